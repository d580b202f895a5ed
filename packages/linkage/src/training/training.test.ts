import { describe, expect, test } from "vitest";
import type { Comparison } from "#model";
import { randomNumbers } from "#testing";
import { combineFits, correctedU, fitSession, judgeSession, readCells, type Pattern } from "./index.ts";

const words = { id: "", en: "" };
const yesNo = (name: string, u: number): Comparison => ({
  name,
  label: words,
  missing: false,
  levels: [
    {
      id: "same",
      label: words,
      when: ["=", ["left", name], ["right", name]],
      m: { otherwise: 0.5 },
      u: { otherwise: u },
    },
    { id: "different", label: words, when: true, m: { otherwise: 0.5 }, u: { otherwise: 1 - u } },
  ],
});
const comparisons = [yesNo("a", 0.1), yesNo("b", 0.02), yesNo("c", 0.3), yesNo("d", 0.05)];
const trueM = [0.95, 0.8, 0.9, 0.7];

function simulate(pairs: number, matchShare: number): Pattern[] {
  const random = randomNumbers(5);
  const counts = new Map<string, Pattern & { count: number }>();
  for (let i = 0; i < pairs; i++) {
    const match = random(10_000) < matchShare * 10_000;
    const codes = comparisons.map((c, k) => {
      const chance = match ? (trueM[k] ?? 0) : (c.levels[0]?.u?.["otherwise"] ?? 0);
      return random(10_000) < chance * 10_000 ? 0 : 1;
    });
    const key = codes.join();
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { codes, count: 1, certain: codes.every((code) => code === 0) });
  }
  return [...counts.values()];
}

const fit = (patterns: Pattern[]) =>
  fitSession({
    comparisons,
    patterns,
    u: comparisons.map((c) => readCells(c, "u", () => 0.5)),
    skips: [],
    freeU: [],
  });

describe("a training session", () => {
  test("finds m and the share of matches without a single label", () => {
    const patterns = simulate(40_000, 0.2);
    const learnt = fit(patterns);
    expect(learnt.matchShare).toBeCloseTo(0.2, 1);
    comparisons.forEach((c, k) => expect(learnt.fits.get(c.name)?.m[0]).toBeCloseTo(trueM[k] ?? 0, 1));
  });

  test("gives the same numbers whatever order the patterns come in, to the last bit that matters", () => {
    const patterns = simulate(5000, 0.3);
    const a = fit(patterns);
    const b = fit(patterns.toReversed());
    expect(b.matchShare).toBeCloseTo(a.matchShare, 10);
  });

  test("leaves alone the comparison its blocking rule decides", () => {
    const u = comparisons.map((c) => readCells(c, "u", () => 0.5));
    const learnt = fitSession({ comparisons, patterns: simulate(2000, 0.5), u, skips: ["a"], freeU: [] });
    expect([...learnt.fits.keys()]).toEqual(["b", "c", "d"]);
  });

  test("is not used when it claims more matches than the lists can hold", () => {
    const patterns = simulate(10_000, 0.4);
    expect(judgeSession(fit(patterns), patterns, 100)).toMatchObject({ used: false });
    expect(judgeSession(fit(patterns), patterns, 4000)).toEqual({ used: true });
  });

  test("is not used when it calls pairs that agree in everything no match, or sees fewer than ten matches", () => {
    const all = simulate(10_000, 0.4);
    const drifted = { ...fit(all), matchShare: 0.02 };
    expect(judgeSession(drifted, all, 4000)).toMatchObject({
      used: false,
      reason: "it calls pairs that agree exactly no match",
    });
    const tiny = { ...fit(all), pairs: 20, matchShare: 0.2 };
    expect(judgeSession(tiny, [], 4000)).toMatchObject({
      used: false,
      reason: "it sees fewer than 10 matches",
    });
  });

  test("is not used when its rule finds nothing", () => {
    expect(judgeSession(fit([]), [], 100)).toMatchObject({ used: false, reason: "its rule finds no pairs" });
  });
});

test("u takes the matches out of the random pairs, and stays above zero when nothing is left", () => {
  const facts = { m: 0.9, lambda: 0.001, levels: 2 };
  expect(correctedU(1900, 1_000_000, facts)).toBeCloseTo(0.001, 5);
  expect(correctedU(900, 1_000_000, facts)).toBeGreaterThan(0);
});

describe("the guards around what sessions learn", () => {
  const random = { counts: Float64Array.from([10, 9990]), lambda: 0.0001 };
  const [a] = comparisons as [Comparison];

  test("without any session to believe, m is the prior", () => {
    const levels = combineFits(a, [], random);
    expect(levels.map((level) => level.m?.["otherwise"])).toEqual([0.5, 0.5]);
  });

  test("no m and no u is ever zero, even for a level nobody saw", () => {
    const sure = fit([{ codes: [0, 0, 0, 0], count: 5000, certain: true }]);
    const levels = combineFits(a, [sure], { counts: Float64Array.from([10_000, 0]), lambda: 0 });
    for (const level of levels) {
      expect(level.m?.["otherwise"]).toBeGreaterThan(0);
      expect(level.u?.["otherwise"]).toBeGreaterThan(0);
    }
    expect(levels[1]?.m?.["otherwise"]).toBeGreaterThan(0.001);
  });

  test("a level a session never saw keeps a little of the prior instead of ruling people out", () => {
    const learnt = fit([{ codes: [0, 0, 0, 0], count: 100_000, certain: true }]);
    expect(learnt.fits.get("a")?.m[1]).toBeGreaterThan(0.004);
  });

  test("with tied strata a stratum nobody saw takes over what the others learnt", () => {
    const strata = [
      { name: "same-house", label: words, when: ["=", ["left", "h"], ["right", "h"]] as const },
    ];
    const tied: Comparison = { ...a, strata, tieM: true };
    const patterns = simulate(20_000, 0.3).map((p) => ({
      ...p,
      codes: [(p.codes[0] ?? 0) + 32, ...p.codes.slice(1)],
    }));
    const all = [tied, ...comparisons.slice(1)];
    const learnt = fitSession({
      comparisons: all,
      patterns,
      u: all.map((c) => readCells(c, "u", (i) => (i === 0 ? 0.1 : 0.9))),
      skips: [],
      freeU: [],
    });
    const m = learnt.fits.get("a")?.m ?? new Float64Array();
    expect(m[0]).toBeCloseTo(m[2] ?? 0, 2);
    expect(m[0]).toBeCloseTo(trueM[0] ?? 0, 1);
  });
});
