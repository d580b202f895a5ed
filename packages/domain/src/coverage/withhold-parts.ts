import type { ReleasedCount } from "./release-count.ts";

type Places = {
  readonly city: string;
  /** Codes of the villages of each kecamatan, by its code. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** Where nobody is counted at all nothing is hidden. */
  readonly isEmpty: (code: string) => boolean;
  readonly wasWithheld: (code: string) => boolean;
};

type Counts = ReadonlyMap<string, ReleasedCount>;

/**
 * Complementary suppression (rule S4 of reliability.md G.7) for one half of the figures: what is withheld below a
 * published total is none or at least two parts, so that no withheld count can be found by subtraction. Where only one
 * would be, the smallest further part is withheld with it; a part withheld for this reason before comes first, so that
 * two releases laid side by side show no more than one.
 */
export function withholdWhatSubtractionShows(released: Counts, places: Places): Counts {
  const counts = new Map(released);
  const isHidden = (code: string): boolean => counts.get(code)!.published === null && !places.isEmpty(code);
  const withhold = (code: string | undefined): void => {
    if (code !== undefined) counts.set(code, { ...counts.get(code)!, published: null });
  };
  const next = (codes: readonly string[]): string | undefined =>
    codes
      .filter((code) => counts.get(code)!.published !== null)
      .toSorted(
        (a, b) =>
          Number(places.wasWithheld(b)) - Number(places.wasWithheld(a)) ||
          counts.get(a)!.published! - counts.get(b)!.published! ||
          (a < b ? -1 : 1),
      )[0];
  const kecamatan = [...places.parts.keys()];
  for (const [whole, villages] of places.parts) {
    const counted = villages.filter((code) => !places.isEmpty(code));
    if (counted.length === 1 && [whole, ...counted].some(isHidden)) [whole, ...counted].forEach(withhold);
  }
  if (!isHidden(places.city) && kecamatan.filter(isHidden).length === 1) {
    const second = next(kecamatan);
    withhold(second ?? places.city);
    const villages = second === undefined ? [] : places.parts.get(second)!;
    if (!villages.some(isHidden)) withhold(next(villages));
  }
  for (const [whole, villages] of places.parts)
    if (!isHidden(whole) && villages.filter(isHidden).length === 1) withhold(next(villages));
  return counts;
}
