/** An estimate with the range it lies in with the asked confidence. */
export type Estimate = { value: number; low: number; high: number };

/** Wilson's score interval of a proportion. Source: E. B. Wilson, JASA 22, 1927. */
export function wilson(successes: number, trials: number, z: number): Estimate {
  if (trials === 0) return { value: Number.NaN, low: 0, high: 1 };
  const share = successes / trials;
  const middle = (share + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half =
    (z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))) / (1 + z ** 2 / trials);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * The range of a sum of independent estimates, from the ranges of its parts (square-and-add).
 * Source: Zou and Donner, Statistics in Medicine 27, 2008; for proportions Newcombe 1998.
 */
export function sumOfEstimates(parts: readonly Estimate[]): Estimate {
  const value = total(parts.map((part) => part.value));
  const below = Math.sqrt(total(parts.map((part) => (part.value - part.low) ** 2)));
  const above = Math.sqrt(total(parts.map((part) => (part.high - part.value) ** 2)));
  return { value, low: value - below, high: value + above };
}

export const scaled = (estimate: Estimate, factor: number): Estimate => ({
  value: estimate.value * factor,
  low: estimate.low * factor,
  high: estimate.high * factor,
});

/**
 * The range of part / (part + rest) for independent estimates: the range of the ratio rest / part by Fieller-like
 * square-and-add, turned over. Source: Donner and Zou, Statistical Methods in Medical Research 21, 2012.
 */
export function shareOfEstimates(part: Estimate, rest: Estimate): Estimate {
  const value = part.value + rest.value === 0 ? 1 : part.value / (part.value + rest.value);
  const [a, b] = [part.value, rest.value];
  const ratioLow =
    (a * b - root((a * b) ** 2 - rest.low * part.high * (2 * b - rest.low) * (2 * a - part.high))) /
    (part.high * (2 * a - part.high));
  const ratioHigh =
    (a * b + root((a * b) ** 2 - rest.high * part.low * (2 * b - rest.high) * (2 * a - part.low))) /
    (part.low * (2 * a - part.low));
  return {
    value,
    low: Number.isFinite(ratioHigh) && ratioHigh >= 0 ? Math.min(value, 1 / (1 + ratioHigh)) : 0,
    high: Number.isFinite(ratioLow) && ratioLow >= 0 ? Math.max(value, 1 / (1 + ratioLow)) : 1,
  };
}

const root = (value: number): number => Math.sqrt(Math.max(value, 0));
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
