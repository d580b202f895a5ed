import { type CountRange, knowableRange, silentRange, smallRange } from "./release-count.ts";
import type { CoverageRelease, ReleasedPlace } from "./released-place.ts";

export type Half = "numerator" | "listed";
export const halves: readonly Half[] = ["numerator", "listed"];

/** Between which numbers each place's counts lie, by its code. */
export type Known = ReadonlyMap<string, Readonly<Record<Half, CountRange>>>;

const anything: CountRange = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * What a release tells of each count to whoever knows the rules and has kept the release before: what is told for the first time, or
 * otherwise than before, was just drawn and has not moved since; anything else may have moved by four.
 */
export function knowledgeOf(release: CoverageRelease, before: CoverageRelease | undefined): Known {
  const old = new Map(placesOf(before).map((place) => [place.code, place]));
  return new Map(
    placesOf(release).map((place) => {
      const was = old.get(place.code);
      return [
        place.code,
        { numerator: rangeOf(place, was, "numerator"), listed: rangeOf(place, was, "listed") },
      ];
    }),
  );
}

function rangeOf(place: ReleasedPlace, was: ReleasedPlace | undefined, half: Half): CountRange {
  const told = toldOf(place, half);
  const before = was === undefined ? null : toldOf(was, half);
  // What was withheld may have been drawn while nobody saw it; here it counts as just drawn, which tells more.
  const isFresh = before !== told;
  if (typeof told === "number") return knowableRange(told, { isFresh });
  if (told === "small") return smallRange({ isFresh });
  return told === "silent" ? silentRange({ isFresh }) : anything;
}

type Told = number | "small" | "silent" | "withheld";

function toldOf(place: ReleasedPlace, half: Half): Told {
  if (place.isSilent) return "silent";
  return place[half] ?? (half === "numerator" && place.isSmall ? "small" : "withheld");
}

const placesOf = (release: CoverageRelease | undefined): readonly ReleasedPlace[] =>
  release === undefined ? [] : [...release.villages, ...release.kecamatan, release.city];
