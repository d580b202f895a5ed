export {
  type FundOutlook,
  fundOutlook,
  type FundPeriod,
  type FundState,
  type PayerMonth,
  type PayerSums,
  type PeriodReason,
  reasonsAgainstPeriod,
  sumMonths,
} from "./fund-outlook.ts";
export {
  type HandedOver,
  handOver,
  type HandOverReason,
  payersOfMonth,
  reasonAgainstHandOver,
  takeBack,
  type Turn,
} from "./hand-over.ts";
export { fundSourcesOf, type PayerKind, payerKinds, standardKinds, takesOver } from "./payer-kinds.ts";
export { mayHoldUntil, type Reservation, reservationLimits, reservationState } from "./reservation.ts";
