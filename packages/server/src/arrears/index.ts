export {
  type ArrearsBoard,
  type ArrearsFilter,
  listArrears,
  type ListedArrears,
  listSoonest,
} from "./list-arrears.ts";
export { type ArrearsWords, exportArrears } from "./export-arrears.ts";
export { type ArrearsGroup, type Bucket } from "./arrears-list.view.ts";
export type { ArrearsCause, ArrearsPayer } from "./judge-arrears.ts";
export { tellPayer, type TellOutcome } from "./tell-payer.ts";
export { mostRescued, type RescueRefusal } from "./judge-rescue.ts";
export { previewRescue, type RescuePreview, type WayPreview } from "./preview-rescue.ts";
export { rescueWorkers, type RescueOutcome } from "./rescue-workers.ts";
export { undoRescue, type UndoRescueOutcome } from "./undo-rescue.ts";
export { getRescue, listRescues, type ShownRescue, type ShownRound } from "./list-rescues.ts";
export { arrearsFeature } from "./feature.ts";
