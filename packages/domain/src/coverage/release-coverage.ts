import {
  isSmallCount,
  isWithheldForOthers,
  releaseCount,
  releasePercent,
  type ReleasedCount,
} from "./release-count.ts";
import { type Conclusion, listWeakSums } from "./attack-release.ts";
import type { Half } from "./knowledge-of-release.ts";
import type { CoverageRelease, ReleasedPlace, VillageCount } from "./released-place.ts";
import { sumOfEstimates } from "./estimate-range.ts";
import { withholdWhatSubtractionShows } from "./withhold-parts.ts";

type Bases = ReadonlyMap<string, ReleasedPlace["basis"]>;

/**
 * Village codes are dotted and of one city; `previous` are the places of the last release, by code. Kecamatan and city
 * are counted from the true values and rounded on their own (rule S3 of reliability.md G.7), so that villages too small
 * to be published still count in them; and no half of a place is withheld alone below a published total (S4). A place
 * where nobody is counted has nothing to withhold: it has no figure, and is not called suppressed. Where a withheld part could be told to less
 * than five people all the same, from this release or with `earlier` ones beside it, the smallest published part of that sum goes with it.
 */
export function releaseCoverage(
  counts: readonly VillageCount[],
  previous: Bases,
  earlier: readonly CoverageRelease[] = [],
): CoverageRelease {
  const quiet: Quiet = { numerator: new Set(), listed: new Set(), small: new Set() };
  for (;;) {
    const release = releaseOnce(counts, previous, quiet);
    const places = new Map(placesOf(release).map((place) => [place.code, place]));
    const weak = listWeakSums(release, earlier);
    if (!weak.map((one) => silence(one, places, quiet)).includes(true)) return release;
  }
}

/** What is not told for the sake of others: counts, by half, and that a count is small. */
type Quiet = { readonly [Kind in Half | "small"]: Set<string> };

/**
 * Tells one thing less, the least dear first: that a count is small, its smallest published neighbour, the total, that the total is small.
 * False where all is quiet.
 */
function silence(
  { half, code, totalCode, partCodes }: Conclusion,
  places: ReadonlyMap<string, ReleasedPlace>,
  quiet: Quiet,
): boolean {
  const published = (of: string): number | null => places.get(of)![half];
  const isTold = (of: string): boolean => half === "numerator" && places.get(of)!.isSmall;
  if (isTold(code)) quiet.small.add(code);
  else {
    const shown = partCodes.filter((one) => published(one) !== null);
    const least = shown.toSorted((a, b) => published(a)! - published(b)! || (a < b ? -1 : 1))[0];
    if (least !== undefined) quiet[half].add(least);
    else if (published(totalCode) !== null) quiet[half].add(totalCode);
    else if (isTold(totalCode)) quiet.small.add(totalCode);
    else return false;
  }
  return true;
}

const placesOf = ({ villages, kecamatan, city }: CoverageRelease) => [...villages, ...kecamatan, city];

function releaseOnce(counts: readonly VillageCount[], previous: Bases, quiet: Quiet): CoverageRelease {
  const city = counts[0]?.code.slice(0, 5) ?? "";
  const villageCodes = counts.map(({ code }) => code);
  const parts = Map.groupBy(villageCodes, kecamatanOf);
  const rounded = {
    numerator: roundHalf(counts, "numerator", { city, previous }),
    listed: roundHalf(counts, "listed", { city, previous }),
  };
  const isEmpty = (code: string): boolean => rounded.listed.get(code)!.basis === 0;
  const shown = (half: Half) => {
    const wasWithheld = (code: string): boolean => isWithheldForOthers(previous.get(code)?.[half]);
    const without = new Map(
      [...rounded[half]].map(([code, count]) => [
        code,
        quiet[half].has(code) ? { ...count, published: null } : count,
      ]),
    );
    return withholdWhatSubtractionShows(without, { city, parts, isEmpty, wasWithheld });
  };
  const halves = { numerator: shown("numerator"), listed: shown("listed") };
  const placeOf = (code: string): ReleasedPlace => {
    const basis = { numerator: halves.numerator.get(code)!, listed: halves.listed.get(code)! };
    const [numerator, listed] = [basis.numerator.published, basis.listed.published];
    const isSilent = isEmpty(code);
    const suppressed = !isSilent && (numerator === null || listed === null);
    const estimate = sumOfEstimates(counts.filter((count) => isWithin(count.code, code)));
    const share = releasePercent(numerator, estimate?.middle ?? null);
    const isSmall = listed !== null && !quiet.small.has(code) && isSmallCount(basis.numerator);
    return { code, numerator, listed, estimate, ...share, isSilent, isSmall, suppressed, basis };
  };
  return {
    villages: villageCodes.map(placeOf),
    kecamatan: [...parts.keys()].map(placeOf),
    city: placeOf(city),
  };
}

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

const isWithin = (code: string, place: string): boolean => code === place || code.startsWith(`${place}.`);

const kecamatanOf = (code: string): string => code.slice(0, code.lastIndexOf("."));
