import { describe, expect, test } from "vitest";
import { sortEdges } from "#assignment";
import { personModel } from "#indonesia";
import type { Comparison } from "#model";
import { randomNumbers } from "#testing";
import {
  clusterSizes,
  driftOf,
  matchRates,
  missedByBlocking,
  qualityOfPairs,
  ruleFamilies,
} from "./index.ts";

describe("quality of scored pairs", () => {
  const edges = sortEdges({
    left: Int32Array.from([0, 1, 2, 3, 4]),
    right: Int32Array.from([0, 0, 1, 1, 2]),
    bits: Float64Array.from([9, 7, 8, 1, -3]),
  });
  const probabilities = Float64Array.from(edges.bits, (bits) => 1 / (1 + 2 ** -bits));

  test("adds up probabilities: precision of the chosen, matches among all, and the share found", () => {
    const chosen = Float64Array.from([1, 0.9]);
    const quality = qualityOfPairs({ ...edges, probabilities }, chosen, 3);
    expect(quality.estimatedPrecision).toBeCloseTo(0.95, 9);
    expect(quality.expectedMatches).toBeCloseTo(
      probabilities.reduce((sum, p) => sum + p, 0),
      9,
    );
    expect(quality.recallInsideBlocks).toBeCloseTo(1.9 / quality.expectedMatches, 9);
  });

  test("calls a row ambiguous when a second candidate is within three bits of a likely one", () => {
    const quality = qualityOfPairs({ ...edges, probabilities }, probabilities, 3);
    expect(quality.ambiguousRows).toBe(1);
  });

  test("counts every pair once in the histogram", () => {
    const { histogram } = qualityOfPairs({ ...edges, probabilities }, probabilities, 3);
    expect(histogram.map((bar) => [bar.from, bar.pairs])).toEqual([
      [-4, 1],
      [0, 1],
      [6, 1],
      [8, 2],
    ]);
  });

  test("of nothing is no fault", () => {
    const none = { left: new Int32Array(), right: new Int32Array(), bits: new Float64Array() };
    const quality = qualityOfPairs({ ...none, probabilities: new Float64Array() }, new Float64Array(), 5);
    expect(quality).toMatchObject({
      estimatedPrecision: 1,
      recallInsideBlocks: 1,
      ambiguousRows: 0,
      histogram: [],
    });
  });
});

test("the rules of the Indonesian preset rest on three kinds of evidence; rules that mix them belong to none", () => {
  const { families, others } = ruleFamilies(personModel());
  expect(families.map((family) => family.inputs)).toEqual([["nik"], ["family_card"], ["birth", "name"]]);
  expect(families[2]?.rules.map((rule) => rule.id)).toContain("birth-and-main-word");
  expect(others.map((rule) => rule.id)).toContain("birth-and-village");
});

/** Records differ in how well they are written; each of ten rules finds a match with its record's own chance. */
function simulate(chances: readonly number[]) {
  const random = randomNumbers(3);
  const byRules = Array.from({ length: 10 }, () => 0);
  let missed = 0;
  for (let match = 0; match < 20_000; match++) {
    const chance = chances[match % chances.length] ?? 0;
    const found = byRules.filter(() => random(10_000) < chance * 10_000).length;
    if (found === 0) missed++;
    else byRules[found - 1] = (byRules[found - 1] ?? 0) + 1;
  }
  return { missed, estimate: missedByBlocking({ rules: 10, byRules, byFamily: {} }, []) };
}

describe("matches that blocking missed", () => {
  test.each([[[0.3]], [[0.2, 0.5]], [[0.15, 0.6, 0.9]]])(
    "lie in the range when rules find matches with chances %j",
    (chances) => {
      const { missed, estimate } = simulate(chances);
      if (!("least" in estimate)) throw new Error("a range was expected");
      expect(estimate.least).toBeLessThanOrEqual(missed * 1.1);
      expect(estimate.most).toBeGreaterThanOrEqual(missed * 0.9);
    },
  );

  test("by the log-linear model are the numbers worked out by hand", () => {
    const byFamily = { "111": 800, "110": 100, "101": 200, "011": 50, "100": 40, "010": 20, "001": 30 };
    const estimate = missedByBlocking({ rules: 3, byRules: [90, 350, 800], byFamily }, [["a"], ["b"], ["c"]]);
    expect(estimate).toMatchObject({
      models: [
        { name: "chao", missed: 12 },
        { name: "jackknife", missed: 60 },
        { name: "second and third independent", missed: 12 },
        { name: "first and third independent", missed: 6 },
        { name: "first and second independent", missed: 8 },
        { name: "no three-way dependence", missed: Math.round((800 * 40 * 20 * 30) / (100 * 200 * 50)) },
      ],
      least: 6,
      most: 60,
    });
  });

  test("cannot be told from one rule, from few matches, or when every match is found by one rule only", () => {
    expect(missedByBlocking({ rules: 1, byRules: [500], byFamily: {} }, [])).toHaveProperty("cannotSay");
    expect(missedByBlocking({ rules: 5, byRules: [9, 9, 9, 0, 0], byFamily: {} }, [])).toHaveProperty(
      "cannotSay",
    );
    expect(missedByBlocking({ rules: 5, byRules: [900, 0, 0, 0, 0], byFamily: {} }, [])).toHaveProperty(
      "cannotSay",
    );
  });
});

describe("match rates by group", () => {
  test("call a large group different only when its rate clearly is, and a small group never", () => {
    const counts = [
      { group: "A", rows: 10_000, linked: 6500 },
      { group: "B", rows: 1000, linked: 400 },
      { group: "C", rows: 1000, linked: 640 },
      { group: "D", rows: 12, linked: 0 },
    ];
    const rates = matchRates("place", counts);
    expect(rates.unlike.map((group) => group.group)).toEqual(["B"]);
    expect(rates.groups.find((group) => group.group === "D")).toMatchObject({ small: true });
    expect(rates.groups[0]?.rate.low).toBeLessThan(0.65);
  });

  test("seldom call any of a hundred equal groups different", () => {
    const random = randomNumbers(11);
    const groups = Array.from({ length: 100 }, (_, i) => ({
      group: String(i),
      rows: 500,
      linked: Array.from({ length: 500 }, () => random(10)).filter((n) => n < 6).length,
    }));
    expect(matchRates("place", groups).unlike.length).toBeLessThanOrEqual(1);
  });
});

test("drift says in bits how far m and u moved, and nothing where too little was seen", () => {
  const words = { id: "", en: "" };
  const stored: Comparison = {
    name: "sex",
    label: words,
    missing: false,
    levels: [
      {
        id: "same",
        label: words,
        when: ["=", ["left", "s"], ["right", "s"]],
        m: { otherwise: 0.98 },
        u: { otherwise: 0.5 },
      },
      { id: "different", label: words, when: true, m: { otherwise: 0.02 }, u: { otherwise: 0.5 } },
    ],
  };
  const random = { counts: Float64Array.from([25_000, 75_000]), lambda: 0 };
  const [same, different] = driftOf(stored, { matches: Float64Array.from([9200, 800]), random });
  expect(same?.byU).toBeCloseTo(1, 1);
  expect(different?.byM).toBeCloseTo(2, 1);
  expect(different?.moved).toBeCloseTo((different?.byM ?? 0) + (different?.byU ?? 0), 12);
  const few = driftOf(stored, {
    matches: Float64Array.from([50, 50]),
    random: { counts: Float64Array.from([9, 9]), lambda: 0 },
  });
  expect(few.every((level) => level.moved === 0)).toBe(true);
});

test("clusters are counted by size", () => {
  expect(clusterSizes(Int32Array.from([0, 0, 2, 3, 3, 3, 6]))).toEqual([
    { size: 1, clusters: 2 },
    { size: 2, clusters: 1 },
    { size: 3, clusters: 1 },
  ]);
});
