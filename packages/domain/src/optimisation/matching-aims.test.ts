import { expect, it } from "vitest";
import { aimsBelow, type MatchingAims } from "./matching-aims.ts";

const aims = (served: readonly number[], over: Partial<MatchingAims> = {}): MatchingAims => ({
  pairsKept: 0,
  nominated: 0,
  served: served.reduce((sum, one) => sum + one, 0),
  levels: served.map((one, at) => ({ score: 100 - at, waiting: 9, served: one })),
  wishes: 0,
  sameKecamatan: 0,
  sameVillage: 0,
  ...over,
});

it("nobody less urgent makes up for somebody more urgent", () => {
  expect(aimsBelow(aims([1, 9]), aims([2, 1]))).toEqual(["priority"]);
  expect(aimsBelow(aims([3, 0]), aims([2, 1]))).toEqual([]);
  expect(aimsBelow(aims([3, 0]), aims([2, 2]))).toEqual(["priority"]);
});

it("names every aim that is reached less", () => {
  const more = { pairsKept: 1, nominated: 1, wishes: 1, sameKecamatan: 2, sameVillage: 1 };
  expect(aimsBelow(aims([1]), aims([1], more))).toEqual([
    "pairs-kept",
    "nominated",
    "wishes",
    "same-kecamatan",
    "same-village",
  ]);
  expect(aimsBelow(aims([1], more), aims([1], more))).toEqual([]);
});
