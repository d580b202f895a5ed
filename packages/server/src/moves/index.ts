export { type MoveOutcome, type NewMove, requestMove } from "./request-move.ts";
export { decideMove, type MoveDecision, type MoveDecisionOutcome } from "./decide-move.ts";
export { withdrawMove, type WithdrawMoveOutcome } from "./withdraw-move.ts";
export { type ListedMove, listMoves, type Moves } from "./list-moves.ts";
export { getMovesOf, type MovesOf } from "./get-moves-of.ts";
export { moveDocuments, type MoveReason, type MoveState } from "./move.ts";
export { movesFeature } from "./feature.ts";
