export { type GroupTerms, type GroupWarning, groupWarnings } from "./agreement.ts";
export {
  bpuDeathCover,
  bpuIncomeBrackets,
  bpuReliefs,
  latestMinimumBase,
  minimumBases,
  type Programme,
  type RateRow,
  type Sector,
  villageOfficerShares,
} from "./contribution-rates.ts";
export {
  defaultRegistrationSettings,
  type RegistrationAge,
  registrationAge,
  type RegistrationSettings,
} from "./registration-age.ts";
export { minimumBaseIn } from "./minimum-base-in.ts";
export {
  defaultPayBySettings,
  earliestPayByDay,
  explainPayByDay,
  payByDay,
  payByDays,
  type PayByAnswer,
  type PayBySettings,
} from "./pay-by-day.ts";
export {
  priceOf,
  type NoRate,
  type Price,
  type PriceOutcome,
  type PricePart,
  type PriceSource,
} from "./price-of.ts";
export {
  type MonthFacts,
  type MonthPlan,
  type ParkReason,
  type PayingEnrolment,
  planMonth,
  type ReversalReason,
  type StandingObligation,
} from "./plan-month.ts";
export type { Payer, PriceQuestion, Segment } from "./price-question.ts";
export { type ReportedWage, reportWage, wageIn } from "./reported-wage.ts";
export { wadahAgrees, type WadahCode } from "./wadah.ts";
export {
  defaultPriceSettings,
  listSettings,
  type PriceSettings,
  type Setting,
  type ShownSetting,
} from "./price-settings.ts";
