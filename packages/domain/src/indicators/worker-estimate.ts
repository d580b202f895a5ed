import { spread } from "./spread.ts";

/** Whole persons, or per cent for a share: the least, the likely and the most. */
export type Range = { readonly low: number; readonly middle: number; readonly high: number };

export type EstimateVillage = {
  readonly code: string;
  readonly kecamatanCode: string;
  /** Persons, of whichever count the source gives; only its proportion within the kecamatan matters. */
  readonly weight: number | null;
};

/** What the estimate is made from: fixed, dated figures of offices, never what villages list. */
export type EstimateBasis = {
  /** Who works, of the whole city. */
  readonly employed: Range | null;
  /** Per cent of them who work informally. */
  readonly informalPercent: Range | null;
  /** Informal workers who are nobody's to protect here, e.g. too young or too old to be taken; null counts none. */
  readonly outOfScope: Range | null;
  /** Population of each kecamatan, by code. */
  readonly kecamatan: ReadonlyMap<string, number>;
  readonly villages: readonly EstimateVillage[];
};

export type MissingBasis = "employed" | "informal-share" | "kecamatan-population" | "village-weight";

export type WorkerEstimate =
  | { readonly outcome: "missing"; readonly missing: readonly MissingBasis[] }
  | {
      readonly outcome: "estimated";
      readonly city: Range;
      readonly villages: readonly (Range & { readonly code: string })[];
    };

/**
 * Vulnerable workers of a city and of each of its villages, with their range: who works × the informal share − who is out of scope,
 * shared out by the population of the kecamatan and within it by the villages' weights. Whole persons; villages sum to the city
 * in each of the three. Throws RangeError for a range that is not in order, a share above 100 or a negative weight.
 */
export function estimateWorkers(basis: EstimateBasis): WorkerEstimate {
  const missing = missingOf(basis);
  const { employed, informalPercent } = basis;
  if (missing.length > 0 || employed === null || informalPercent === null)
    return { outcome: "missing", missing };
  const city = cityOf(employed, informalPercent, basis.outOfScope ?? { low: 0, middle: 0, high: 0 });
  const weights = weightsOf(basis);
  const low = spread(city.low, weights);
  // Each wider figure is the narrower one and its surplus, so that no village's low stands above its middle.
  const toMiddle = spread(city.middle - city.low, weights);
  const toHigh = spread(city.high - city.middle, weights);
  const villages = basis.villages.map(({ code }, at) => {
    const middle = low[at]! + toMiddle[at]!;
    return { code, low: low[at]!, middle, high: middle + toHigh[at]! };
  });
  return { outcome: "estimated", city, villages };
}

function missingOf({
  employed,
  informalPercent,
  kecamatan,
  villages,
}: EstimateBasis): readonly MissingBasis[] {
  const against: readonly (readonly [boolean, MissingBasis])[] = [
    [employed === null, "employed"],
    [informalPercent === null, "informal-share"],
    [villages.some(({ kecamatanCode }) => !kecamatan.has(kecamatanCode)), "kecamatan-population"],
    [villages.some(({ weight }) => weight === null), "village-weight"],
  ];
  return against.flatMap(([isSo, what]) => (isSo ? [what] : []));
}

function cityOf(employed: Range, share: Range, outOfScope: Range): Range {
  for (const range of [employed, share, outOfScope]) requireOrder(range);
  if (share.high > 100) throw new RangeError("a share is at most 100 per cent");
  return {
    low: remaining(employed.low, share.low, outOfScope.high),
    middle: remaining(employed.middle, share.middle, outOfScope.middle),
    high: remaining(employed.high, share.high, outOfScope.low),
  };
}

const remaining = (workers: number, percent: number, out: number): number =>
  Math.max(0, Math.round((workers * percent) / 100) - Math.round(out));

function requireOrder({ low, middle, high }: Range): void {
  if (!(low >= 0 && low <= middle && middle <= high))
    throw new RangeError("a range is low, middle, high, from 0");
}

/** The kecamatan's population, shared out by the weights of its villages. */
function weightsOf({ villages, kecamatan }: EstimateBasis): readonly number[] {
  const sums = new Map<string, number>();
  for (const { kecamatanCode, weight } of villages)
    sums.set(kecamatanCode, (sums.get(kecamatanCode) ?? 0) + (weight ?? 0));
  return villages.map(({ kecamatanCode, weight }) => {
    const sum = sums.get(kecamatanCode)!;
    return sum === 0 ? 0 : (kecamatan.get(kecamatanCode)! * (weight ?? 0)) / sum;
  });
}

/** Whether a village lists more people than the estimate holds possible, and how many it lists. */
export function isTooLow(listed: number, estimate: Range | null): boolean {
  return estimate !== null && listed > estimate.high;
}
