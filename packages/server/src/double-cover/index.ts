export {
  answerDoubleCover,
  type AnswerDoubleOutcome,
  type AnswerDoubleReason,
  undoDoubleAnswer,
  type UndoDoubleOutcome,
} from "./answer-double-cover.ts";
export {
  enterOtherCovers,
  type EnterOutcome,
  type LineProblem,
  withdrawOther,
} from "./enter-other-covers.ts";
export { type DoubleCoverList, type DoubleWorker, listDoubleCover } from "./list-double-cover.ts";
export { ensurePrecedence, readPrecedence } from "./precedence.ts";
export { doubleCoverFeature } from "./feature.ts";
