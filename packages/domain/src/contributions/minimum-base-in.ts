import type { Rupiah } from "#money";
import type { Month } from "#time";
import { minimumBases } from "./contribution-rates.ts";
import { findRate } from "./find-rate.ts";

/** The lowest wage base of a month, or undefined when no row of law covers it. */
export function minimumBaseIn(month: Month): Rupiah | undefined {
  return findRate(minimumBases, month)?.value;
}
