import type { Range } from "#indicators";

/** The estimate of several places together, as if all erred the same way; null where one has none. */
export function sumOfEstimates(places: readonly { readonly estimate: Range | null }[]): Range | null {
  let sum: Range = { low: 0, middle: 0, high: 0 };
  for (const { estimate } of places) {
    if (estimate === null) return null;
    sum = {
      low: sum.low + estimate.low,
      middle: sum.middle + estimate.middle,
      high: sum.high + estimate.high,
    };
  }
  return places.length === 0 ? null : sum;
}
