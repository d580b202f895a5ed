export {
  type FollowedLine,
  followRefunds,
  type FoundRefund,
  type KeptLine,
  keyedRefunds,
  type RefundAnswer,
  refundAnswers,
  type RefundState,
  refundState,
} from "./follow-refunds.ts";
