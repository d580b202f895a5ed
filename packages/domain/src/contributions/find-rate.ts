import type { Month } from "#time";
import type { RateRow } from "./contribution-rates.ts";

/** The row valid in a month, or undefined when no row covers it. */
export function findRate<Value>(rows: readonly RateRow<Value>[], inMonth: Month): RateRow<Value> | undefined {
  return rows.find((row) => row.from <= inMonth && inMonth <= row.until);
}
