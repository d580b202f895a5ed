import { rupiah, sumRupiah, type Rupiah } from "./rupiah.ts";

/**
 * Shares of `total` in proportion to whole-number weights, by largest remainder: they add up to `total` exactly, and
 * none is a rupiah or more away from its exact share. Equal remainders go to the earlier place.
 * Throws a RangeError when weights are negative, not whole, or all zero.
 */
export function splitRupiah(total: Rupiah, weights: readonly number[]): Rupiah[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError("weights are whole numbers from 0");
  }
  const weightSum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (weightSum === 0n) throw new RangeError("at least one weight must be above 0");

  const size = BigInt(Math.abs(total));
  const exact = weights.map((weight, place) => {
    const product = size * BigInt(weight);
    return { place, share: Number(product / weightSum), remainder: product % weightSum };
  });
  const missing = Math.abs(total) - sumRupiah(exact.map(({ share }) => rupiah(share)));
  const byRemainder = exact.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.place - b.place,
  );
  const lifted = new Set(byRemainder.slice(0, missing).map(({ place }) => place));
  const sign = total < 0 ? -1 : 1;
  return exact.map(({ place, share }) => rupiah(sign * (share + (lifted.has(place) ? 1 : 0))));
}
