import type { Month } from "@tuwai/domain/time";

/** Nobody begins before all of these months: now, when the pledge begins, when an earlier payer no longer pays. */
export function latestMonth(...months: readonly Month[]): Month {
  return months.reduce((last, month) => (month > last ? month : last));
}
