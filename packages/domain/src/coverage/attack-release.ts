import { type Half, halves, type Known, knowledgeOf } from "./knowledge-of-release.ts";
import type { CountRange } from "./release-count.ts";
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
    conclude("margins", listConclusions(release, { last, past: [] })),
    conclude("differences", last === undefined ? [] : listConclusions(release, { last, past: earlier })),
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
  return listConclusions(release, { last: earlier.at(-1), past: earlier }).filter(
    ({ width }) => width < LEAST_WIDTH,
  );
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

type Before = {
  /** The release before, by which one sees what was drawn anew. */
  readonly last: CoverageRelease | undefined;
  /** What it is laid beside, oldest first. */
  readonly past: readonly CoverageRelease[];
};

/**
 * What each sum tells of each part that it withholds. A count stands in one sum a level, so total less the others at their most and at
 * their least is all that can be known of it in a release; over several, whoever takes it as unchanged for some months may cut the bounds
 * of these. What earlier releases tell by themselves is not this one's doing.
 */
function listConclusions(release: CoverageRelease, { last, past }: Before): readonly Conclusion[] {
  const known = knowledgeOf(release, last);
  const earlier = past.map((each, at) => ({ sums: sumsOf(each), known: knowledgeOf(each, past[at - 1]) }));
  return sumsOf(release).flatMap(({ total, parts, level }) =>
    halves.flatMap((half) =>
      parts
        .filter((part) => part[half] === null && !part.isSilent)
        .flatMap((part): readonly Conclusion[] => {
          const before = earlier.flatMap((each) => {
            const same = each.sums.find((sum) => sum.level === level && sum.total.code === total.code);
            const own = same?.parts.find(({ code }) => code === part.code);
            return same === undefined || own === undefined || own.isSilent || own[half] !== null
              ? []
              : [boundsOf(same, own, { half, known: each.known })];
          });
          const was = narrowest(before.toReversed());
          if (was < LEAST_WIDTH) return [];
          const width = narrowest([
            boundsOf({ total, parts }, part, { half, known }),
            ...before.toReversed(),
          ]);
          const partCodes = parts.map(({ code }) => code);
          return [{ half, code: part.code, totalCode: total.code, partCodes, width }];
        }),
    ),
  );
}

/** Width of what the newest bounds tell together, as far back as they do not exclude each other. */
function narrowest(newestFirst: readonly CountRange[]): number {
  let [from, to] = [0, Number.POSITIVE_INFINITY];
  for (const bounds of newestFirst) {
    if (Math.min(to, bounds.to) < Math.max(from, bounds.from)) break;
    [from, to] = [Math.max(from, bounds.from), Math.min(to, bounds.to)];
  }
  return to - from;
}

type Sum = { readonly total: ReleasedPlace; readonly parts: readonly ReleasedPlace[] };

function boundsOf(
  { total, parts }: Sum,
  hidden: ReleasedPlace,
  { half, known }: { readonly half: Half; readonly known: Known },
): CountRange {
  const of = ({ code }: ReleasedPlace): CountRange => known.get(code)![half];
  const [whole, own] = [of(total), of(hidden)];
  const others = parts.filter((part) => part !== hidden).map(of);
  const most = others.reduce((sum, { to }) => sum + to, 0);
  const least = others.reduce((sum, { from }) => sum + from, 0);
  return { from: Math.max(own.from, whole.from - most), to: Math.min(own.to, whole.to - least) };
}

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
