export {
  capShortfalls,
  type CappedMandates,
  type CapShortfalls,
  type CapSums,
  neededOf,
  type SectorPrices,
} from "./cap-shortfalls.ts";
export type { Confirmer, LawAmount, LawRow, LawSubject } from "./law-row.ts";
export { type LawWarning, lawWarnings } from "./law-warnings.ts";
export { listLawRows } from "./list-law-rows.ts";
export { previewPrices, type PricePreview, type PriceLine, type PriceSpan } from "./preview-prices.ts";
