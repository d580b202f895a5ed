export { receiptsApplier } from "./receipts-applier.ts";
export { type ExplainedPrice, explainPrices } from "./explain-prices.ts";
export type { EnrolmentSettings } from "./enrolment-settings.ts";
export {
  insertObligations,
  listTakenPersons,
  type NewObligation,
  restoreObligations,
  reverseObligations,
} from "./obligation.store.ts";
export { type FundSource, fundSources, payerOf } from "./payer-of.ts";
export { ensureSettings, priceFor, type Pricing, readPricing } from "./read-pricing.ts";
export { contributionsFeature } from "./feature.ts";
