import { describe, expect, test } from "vitest";
import {
  changesOf,
  directionOf,
  type EntryPair,
  isWholeRelease,
  type RegisterEntry,
} from "./decile-watch.ts";

const lines = { poorTo: 4, betterFrom: 6 };
const entry = (wish: Partial<RegisterEntry> = {}): RegisterEntry => ({
  villageCode: "13.77.03.2001",
  card: "a",
  from: 3,
  to: 3,
  ...wish,
});
const pair = (wish: Partial<EntryPair>): EntryPair => ({
  former: entry(),
  now: entry(),
  isRenumbered: false,
  isDead: false,
  ...wish,
});

describe("a new release beside the one before", () => {
  test.each([
    ["says the same", {}, []],
    ["another decile", { now: entry({ from: 5, to: 5 }) }, ["decile"]],
    ["a span where a number was", { now: entry({ from: 1, to: 4 }) }, ["decile"]],
    ["no decile any more", { now: entry({ from: null, to: null }) }, []],
    [
      "another village and household",
      { now: entry({ villageCode: "x", card: "b" }) },
      ["village", "household"],
    ],
    ["a new NIK", { isRenumbered: true }, ["new-nik"]],
    ["nobody any more", { now: null }, ["gone"]],
    ["nobody any more, of whom the city knows a death", { now: null, isDead: true }, []],
    ["somebody of whom the city knows a death", { isDead: true }, ["died"]],
    ["somebody new", { former: null }, []],
  ] as const)("%s", (_says, wish, kinds) => expect(changesOf(pair(wish))).toEqual(kinds));

  test.each([
    [[5, 5], [3, 3], "into-poverty"],
    [[2, 2], [7, 7], "out-of-poverty"],
    [[2, 2], [4, 4], "within"],
    [[7, 7], [5, 5], "within"],
    [[2, 2], [3, 6], "open"],
    [[1, 4], [3, 3], "narrowed"],
    [[1, 10], [2, 4], "narrowed"],
    [[3, 3], [1, 4], "vaguer"],
    [[1, 4], [2, 5], "open"],
    [[1, 3], [2, 4], "open"],
    [[1, 4], [6, 10], "out-of-poverty"],
  ] as const)("from %j to %j is %s", (was, is, direction) =>
    expect(directionOf({ from: was[0], to: was[1] }, { from: is[0], to: is[1] }, lines)).toBe(direction),
  );

  test("a file of a few people makes nobody gone", () => {
    expect(isWholeRelease({ repeated: 40, missing: 60 })).toBe(false);
    expect(isWholeRelease({ repeated: 0, missing: 0 })).toBe(false);
    expect(isWholeRelease({ repeated: 90, missing: 10 })).toBe(true);
  });
});
