/**
 * Shares whole persons out by weights, largest remainders first; the parts sum to `total`. Of equal remainders whoever stands
 * first. Throws RangeError for a total that is not a whole number from 0, for a negative weight, and for people without any weight.
 */
export function spread(total: number, weights: readonly number[]): readonly number[] {
  if (!Number.isSafeInteger(total) || total < 0)
    throw new RangeError("people are counted in whole numbers from 0");
  if (weights.some((weight) => !(weight >= 0))) throw new RangeError("a weight is a number from 0");
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0) return weights.map(() => 0);
  if (sum === 0) throw new RangeError("nowhere to share people out to");
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const first = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of first.slice(0, left)) parts[at]! += 1;
  return parts;
}
