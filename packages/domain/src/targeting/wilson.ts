/** A share of a number of people, with the interval that its true value lies in 95 times of 100; all three between 0 and 1. */
export type Interval = { readonly share: number; readonly low: number; readonly high: number };

/** Two-sided 95 %. */
export const z95 = 1.959963984540054;

/**
 * Wilson's interval for `part` of `whole` people; `part` may be an expected number and need not be whole. Null where there is
 * nobody. Source: Wilson, JASA 22 (1927) 209–212. Throws RangeError where the part is no part.
 */
export function wilson(part: number, whole: number, z: number = z95): Interval | null {
  if (!(whole >= 0) || !(part >= 0) || part > whole + 1e-9) throw new RangeError(`${part} of ${whole}`);
  if (whole === 0) return null;
  const share = Math.min(1, part / whole);
  const square = z * z;
  const middle = (share + square / (2 * whole)) / (1 + square / whole);
  const half =
    (z / (1 + square / whole)) * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, Math.min(share, middle - half)),
    high: share === 1 ? 1 : Math.min(1, Math.max(share, middle + half)),
  };
}
