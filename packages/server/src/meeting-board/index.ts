export { type Board, type BoardVillage } from "./board.ts";
export { endBoards } from "./shared-board.ts";
export { type BoardNow, getBoard, watchBoard } from "./watch-board.ts";
export { meetingBoardFeature } from "./feature.ts";
