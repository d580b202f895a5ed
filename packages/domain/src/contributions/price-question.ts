import type { Month } from "#time";
import type { Programme, Sector } from "./contribution-rates.ts";
import type { PriceSettings } from "./price-settings.ts";

/** bpu: works without a wage. pu-village: officer of a village, paid by it. */
export type Segment = "bpu" | "pu-village";

/** Whose money. `pooled-asn` is civil servants' money in one account; `private` every other purse that is not public. */
export type Payer = "private" | "pooled-asn" | "apbn-apbd" | "apbdes";

/** `income`: for bpu what the worker earns a month, for pu-village the reported wage. Whole rupiah from 0. */
export type PriceQuestion = {
  segment: Segment;
  income: number;
  payer: Payer;
  sector: Sector;
  month: Month;
  /** Default: jkk and jkm. */
  programmes?: readonly Programme[];
  settings?: Partial<PriceSettings>;
};
