import { type Rupiah, rupiah } from "#money";
import type { Month } from "#time";

/** Part of a month that nobody takes any more. */
export type WaivedMonth = { readonly month: Month; readonly amount: Rupiah };

/**
 * Of which months what is written off is: the month of the batch first, then the months from which its remainder was carried, the latest
 * first. What was carried from nowhere known is nobody's month, and stays.
 */
export function waivedMonths(of: {
  readonly missing: Rupiah;
  readonly month: Month;
  readonly own: Rupiah;
  /** Earlier months of the mandate that were carried, the latest first, each with its own price. */
  readonly carriedFrom: readonly { readonly month: Month; readonly own: Rupiah }[];
}): readonly WaivedMonth[] {
  let left = Math.max(0, of.missing);
  const waived: WaivedMonth[] = [];
  for (const { month, own } of [{ month: of.month, own: of.own }, ...of.carriedFrom]) {
    const amount = rupiah(Math.min(left, own));
    if (amount > 0) waived.push({ month, amount });
    left -= amount;
  }
  return waived;
}
