import { type CountRange, knowableRange, smallRange } from "./release-count.ts";
import type { CoverageRelease, ReleasedPlace } from "./released-place.ts";

/** What was tried on a release before it is published (reliability.md G.8); `found` must be 0. */
export type Attack = {
  readonly attack: "margins" | "differences" | "shares" | "moved-too-little" | "renamed";
  readonly tried: number;
  readonly found: number;
  /** People between the bounds of the tightest conclusion about a withheld count; null where none was tried. */
  readonly narrowest: number | null;
};

const LEAST_WIDTH = 5;
export type Half = "numerator" | "listed";
export const halves: readonly Half[] = ["numerator", "listed"];

/**
 * Tries to recover what a release withholds, from it and from all earlier ones, oldest first. `margins`: totals less published parts.
 * `differences`: the same over all releases, for a count that did not change. `shares`: per cent times estimate finer than the rounded
 * count. `moved-too-little`: a count drawn anew though the true one had not moved by five. `renamed`: one place that totals no longer have.
 */
export function attackRelease(
  release: CoverageRelease,
  earlier: readonly CoverageRelease[],
): readonly Attack[] {
  const last = earlier.at(-1);
  return [
    conclude("margins", listConclusions(release, [])),
    conclude("differences", earlier.length === 0 ? [] : listConclusions(release, earlier)),
    shares(release),
    last === undefined ? none("moved-too-little") : movedTooLittle(release, last),
    last === undefined ? none("renamed") : renamed(release, last),
  ];
}

/** Whether nothing was found. */
export const isSafe = (attacks: readonly Attack[]): boolean => attacks.every(({ found }) => found === 0);

/** The sums in which a withheld part can be told to less than five people. */
export function listWeakSums(
  release: CoverageRelease,
  earlier: readonly CoverageRelease[],
): readonly Conclusion[] {
  return listConclusions(release, earlier).filter(({ width }) => width < LEAST_WIDTH);
}

const none = (attack: Attack["attack"]): Attack => ({ attack, tried: 0, found: 0, narrowest: null });

function conclude(attack: Attack["attack"], conclusions: readonly Conclusion[]): Attack {
  const widths = conclusions.map(({ width }) => width);
  const found = widths.filter((width) => width < LEAST_WIDTH).length;
  const narrowest = widths.length === 0 ? null : Math.min(...widths);
  return { attack, tried: widths.length, found, narrowest };
}

/** How closely one withheld part is told by its sum. */
export type Conclusion = {
  readonly half: Half;
  readonly code: string;
  readonly totalCode: string;
  readonly partCodes: readonly string[];
  readonly width: number;
};

/**
 * What each sum tells of each part that it withholds. A count stands in one sum a level, so total less the others at their most and at
 * their least is all that can be known of it in a release; over several, whoever takes it as unchanged may cut their bounds.
 */
function listConclusions(
  release: CoverageRelease,
  earlier: readonly CoverageRelease[],
): readonly Conclusion[] {
  const past = earlier.map((each) => sumsOf(each));
  return sumsOf(release).flatMap(({ total, parts, level }) =>
    halves.flatMap((half) =>
      parts
        .filter((part) => part[half] === null && !part.isSilent)
        .map((part): Conclusion => {
          const before = past.flatMap((sums) => {
            const same = sums.find((sum) => sum.level === level && sum.total.code === total.code);
            const own = same?.parts.find(({ code }) => code === part.code);
            return same === undefined || own === undefined || own.isSilent || own[half] !== null
              ? []
              : [boundsOf(same, own, half)];
          });
          const all = [boundsOf({ total, parts }, part, half), ...before];
          const from = Math.max(...all.map((bounds) => bounds.from));
          const to = Math.min(...all.map((bounds) => bounds.to));
          const partCodes = parts.map(({ code }) => code);
          // Bounds that exclude each other say only that the count did change.
          const width = to < from ? Number.POSITIVE_INFINITY : to - from;
          return { half, code: part.code, totalCode: total.code, partCodes, width };
        }),
    ),
  );
}

type Sum = { readonly total: ReleasedPlace; readonly parts: readonly ReleasedPlace[] };

function boundsOf({ total, parts }: Sum, hidden: ReleasedPlace, half: Half): CountRange {
  const whole = knowableRange(total[half]);
  const own = knownOf(hidden, half);
  const others = parts.filter((part) => part !== hidden).map((part) => knownOf(part, half));
  const most = others.reduce((sum, { to }) => sum + to, 0);
  const least = others.reduce((sum, { from }) => sum + from, 0);
  return { from: Math.max(own.from, whole.from - most), to: Math.min(own.to, whole.to - least) };
}

const knownOf = (place: ReleasedPlace, half: Half): CountRange =>
  half === "numerator" && place.isSmall ? smallRange : knowableRange(place[half]);

/** One decimal of a per cent is made of the rounded count alone. */
function shares(release: CoverageRelease): Attack {
  const shown = allPlaces(release).filter(({ percent }) => percent !== null);
  const finer = shown.filter(({ percent, bound, numerator, estimate }) => {
    if (bound !== "none") return false;
    if (numerator === null || estimate === null) return true;
    return Math.abs((percent! * estimate.middle) / 100 - numerator) > estimate.middle * 0.0005 + 1e-9;
  });
  return { attack: "shares", tried: shown.length, found: finer.length, narrowest: null };
}

function movedTooLittle(now: CoverageRelease, before: CoverageRelease): Attack {
  const old = new Map(allPlaces(before).map((place) => [place.code, place]));
  const places = allPlaces(now).filter(({ code }) => old.has(code));
  const wrong = places.flatMap((place) =>
    halves.filter((half) => {
      const [is, was] = [place.basis[half].basis, old.get(place.code)!.basis[half].basis];
      return is !== was && is !== 0 && Math.abs(is - was) < LEAST_WIDTH;
    }),
  );
  const tried = places.length * halves.length;
  return { attack: "moved-too-little", tried, found: wrong.length, narrowest: null };
}

function renamed(now: CoverageRelease, before: CoverageRelease): Attack {
  const codes = new Set(allPlaces(now).map(({ code }) => code));
  const gone = allPlaces(before).filter(({ code, numerator }) => !codes.has(code) && numerator !== null);
  return { attack: "renamed", tried: codes.size, found: gone.length === 1 ? 1 : 0, narrowest: null };
}

const allPlaces = ({ villages, kecamatan, city }: CoverageRelease): readonly ReleasedPlace[] => [
  ...villages,
  ...kecamatan,
  city,
];

function sumsOf({
  villages,
  kecamatan,
  city,
}: CoverageRelease): readonly (Sum & { readonly level: string })[] {
  return [
    ...kecamatan.map((total) => {
      const parts = villages.filter(({ code }) => code.startsWith(`${total.code}.`));
      return { total, parts, level: "villages" };
    }),
    { total: city, parts: kecamatan, level: "kecamatan" },
    { total: city, parts: villages, level: "villages" },
  ];
}
