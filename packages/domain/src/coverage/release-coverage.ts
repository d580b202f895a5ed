import {
  releaseCount,
  releasePercent,
  totalOfReleased,
  type ReleasedCount,
  type ReleasedPercent,
} from "./release-count.ts";

/** True counts of one village, as the register has them. */
export type VillageCount = {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
};

export type ReleasedPlace = ReleasedPercent & {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** True when a half is withheld because it is small, or leaves out a withheld part. */
  readonly suppressed: boolean;
};

/** A released village with the true values to seal until the next release. */
export type ReleasedVillage = ReleasedPlace & {
  readonly basis: { readonly numerator: ReleasedCount; readonly denominator: ReleasedCount };
};

export type CoverageRelease = {
  readonly villages: readonly ReleasedVillage[];
  /** Sums of released villages, by the wider region's code. */
  readonly kecamatan: readonly ReleasedPlace[];
  readonly city: ReleasedPlace;
};

/** Village codes are dotted and of one city; `previous` are the villages of the last release, by code. */
export function releaseCoverage(
  counts: readonly VillageCount[],
  previous: ReadonlyMap<string, ReleasedVillage["basis"]>,
): CoverageRelease {
  const villages = counts.map((count) => releaseVillage(count, previous.get(count.code)));
  const byKecamatan = Map.groupBy(villages, ({ code }) => code.slice(0, code.lastIndexOf(".")));
  const kecamatan = [...byKecamatan].map(([code, within]) => sumOf(code, within));
  const city = sumOf(counts[0]?.code.slice(0, 5) ?? "", villages);
  return { villages, kecamatan, city };
}

function releaseVillage(
  count: VillageCount,
  previous: ReleasedVillage["basis"] | undefined,
): ReleasedVillage {
  const numerator = releaseCount(count.numerator, { previous: previous?.numerator ?? null });
  const denominator = releaseCount(count.denominator, { previous: previous?.denominator ?? null });
  return {
    ...placeOf(count.code, numerator.published, denominator.published),
    basis: { numerator, denominator },
  };
}

/** Only villages with both halves published enter a sum, so that its percentage compares like with like. */
function sumOf(code: string, villages: readonly ReleasedVillage[]): ReleasedPlace {
  const whole = villages.filter(({ suppressed }) => !suppressed);
  const numerator = totalOfReleased(whole.map(({ basis }) => basis.numerator));
  const denominator = totalOfReleased(whole.map(({ basis }) => basis.denominator));
  const place = placeOf(code, numerator.published, denominator.published);
  return { ...place, suppressed: place.suppressed || whole.length < villages.length };
}

function placeOf(code: string, numerator: number | null, denominator: number | null): ReleasedPlace {
  return {
    code,
    numerator,
    denominator,
    ...releasePercent(numerator, denominator),
    suppressed: numerator === null || denominator === null,
  };
}
