export { receiptsApplier } from "./receipts-applier.ts";
export { type ExplainedPrice, explainPrices } from "./explain-prices.ts";
export type { EnrolmentSettings } from "./enrolment-settings.ts";
export {
  type OwedLine,
  recordObligations,
  restoreObligations,
  reverseBefore,
  reverseEach,
  reverseObligations,
} from "./record-obligations.ts";
export { listTakenPersons } from "./taken-month.view.ts";
export { type FundSource, payerOf } from "./payer-of.ts";
export {
  ensureSettings,
  incomeOf,
  type PricedAs,
  priceFor,
  priceList,
  type Pricing,
  readPricing,
} from "./read-pricing.ts";
export { getTariff, type OpenSetting, type Tariff } from "./get-tariff.ts";
export { contributionsFeature } from "./feature.ts";
