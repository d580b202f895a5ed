export {
  answerRefund,
  type AnswerOutcome,
  type AnswerReason,
  askRefunds,
  undoRefundAnswer,
  type UndoAnswerOutcome,
} from "./answer-refund.ts";
export { exportRefunds, listRefunds, type RefundPage, type ShownRefund } from "./list-refunds.ts";
export { refundsFeature } from "./feature.ts";
