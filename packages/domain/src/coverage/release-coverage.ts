import {
  isWithheldForOthers,
  releaseCount,
  releasePercent,
  type ReleasedCount,
  type ReleasedPercent,
} from "./release-count.ts";
import { withholdWhatSubtractionShows } from "./withhold-parts.ts";

/** True counts of one village, as the register has them. */
export type VillageCount = {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
};

/** A released place with the true values to seal until the next release. */
export type ReleasedPlace = ReleasedPercent & {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** True when a half is withheld: because it is small, or because it would show what another place withholds. */
  readonly suppressed: boolean;
  readonly basis: { readonly numerator: ReleasedCount; readonly denominator: ReleasedCount };
};

export type CoverageRelease = {
  readonly villages: readonly ReleasedPlace[];
  /** By the wider region's code. */
  readonly kecamatan: readonly ReleasedPlace[];
  readonly city: ReleasedPlace;
};

type Bases = ReadonlyMap<string, ReleasedPlace["basis"]>;

/**
 * Village codes are dotted and of one city; `previous` are the places of the last release, by code. Kecamatan and city
 * are counted from the true values and rounded on their own (rule S3 of reliability.md G.7), so that villages too small
 * to be published still count in them; and no half of a place is withheld alone below a published total (S4). A place
 * where nobody is counted has nothing to withhold: it has no figure, and is not called suppressed.
 */
export function releaseCoverage(counts: readonly VillageCount[], previous: Bases): CoverageRelease {
  const city = counts[0]?.code.slice(0, 5) ?? "";
  const villageCodes = counts.map(({ code }) => code);
  const parts = Map.groupBy(villageCodes, kecamatanOf);
  const rounded = {
    numerator: roundHalf(counts, "numerator", { city, previous }),
    denominator: roundHalf(counts, "denominator", { city, previous }),
  };
  const isEmpty = (code: string): boolean => rounded.denominator.get(code)!.basis === 0;
  const shown = (half: Half) => {
    const wasWithheld = (code: string): boolean => isWithheldForOthers(previous.get(code)?.[half]);
    return withholdWhatSubtractionShows(rounded[half], { city, parts, isEmpty, wasWithheld });
  };
  const halves = { numerator: shown("numerator"), denominator: shown("denominator") };
  const placeOf = (code: string): ReleasedPlace => {
    const basis = { numerator: halves.numerator.get(code)!, denominator: halves.denominator.get(code)! };
    const [numerator, denominator] = [basis.numerator.published, basis.denominator.published];
    const suppressed = !isEmpty(code) && (numerator === null || denominator === null);
    return { code, numerator, denominator, ...releasePercent(numerator, denominator), suppressed, basis };
  };
  return {
    villages: villageCodes.map(placeOf),
    kecamatan: [...parts.keys()].map(placeOf),
    city: placeOf(city),
  };
}

type Half = "numerator" | "denominator";

/** Every place's half rounded by itself, from the true sum of its villages. */
function roundHalf(
  counts: readonly VillageCount[],
  half: Half,
  of: { readonly city: string; readonly previous: Bases },
): ReadonlyMap<string, ReleasedCount> {
  const truth = new Map<string, number>([[of.city, 0]]);
  for (const { code, [half]: people } of counts)
    for (const place of [code, kecamatanOf(code), of.city])
      truth.set(place, (truth.get(place) ?? 0) + people);
  return new Map(
    [...truth].map(([code, people]) => [
      code,
      releaseCount(people, { previous: of.previous.get(code)?.[half] ?? null }),
    ]),
  );
}

const kecamatanOf = (code: string): string => code.slice(0, code.lastIndexOf("."));
