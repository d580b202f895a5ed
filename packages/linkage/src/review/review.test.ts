import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomNumbers } from "#testing";
import {
  checkOverrides,
  labelsFromDecisions,
  measureFromDecisions,
  overridesOf,
  reviewQueue,
  standingDecisions,
  type Candidate,
  type Decision,
  type Verdict,
} from "./index.ts";

const decision = (reviewer: string, verdict: Verdict, more: Partial<Decision> = {}): Decision => ({
  leftId: "a",
  rightId: "b",
  verdict,
  reviewer,
  at: "2026-11-22T08:00:00Z",
  ...more,
});
const standing = (...decisions: Decision[]) => standingDecisions(decisions)[0];

describe("what stands about a pair", () => {
  test("is open after one answer and settled when two people agree", () => {
    expect(standing(decision("ani", "same"))).toMatchObject({ state: "open", verdict: "same" });
    expect(standing(decision("ani", "same"), decision("budi", "same"))).toMatchObject({
      state: "settled",
      verdict: "same",
      reviewers: ["ani", "budi"],
    });
  });

  test("one person answering twice is still one person, and the later answer counts whatever the file's order", () => {
    const later = decision("ani", "different", { at: "2026-11-22T09:00:00Z" });
    expect(standing(later, decision("ani", "same"))).toMatchObject({ state: "open", verdict: "different" });
  });

  test("is a conflict when two differ, until an arbiter settles it", () => {
    const differ = [decision("ani", "same"), decision("budi", "different")];
    expect(standing(...differ)?.state).toBe("conflict");
    expect(standing(...differ)?.verdict).toBeUndefined();
    const settled = standing(...differ, decision("citra", "different", { role: "arbiter" }));
    expect(settled).toMatchObject({ state: "settled", verdict: "different" });
  });

  test("becomes an override only when settled as same or different", () => {
    const facts = [
      decision("ani", "cannot-tell"),
      decision("budi", "cannot-tell"),
      decision("ani", "same", { leftId: "c" }),
      decision("budi", "same", { leftId: "c" }),
      decision("ani", "same", { leftId: "d" }),
    ];
    const overrides = overridesOf(standingDecisions(facts));
    expect(overrides).toEqual({ together: [{ leftId: "c", rightId: "b" }], apart: [] });
  });
});

const pair = (leftId: string, rightId: string) => ({ leftId, rightId });
const check = (
  assign: "links" | "best" | "one-to-one" | "clusters",
  together: object[],
  apart: object[] = [],
) => {
  try {
    checkOverrides({ together, apart } as Parameters<typeof checkOverrides>[0], assign);
    return "accepted";
  } catch (error) {
    return (error as { code: string }).code;
  }
};
describe("decisions that cannot all hold are refused", () => {
  const twice = [pair("a", "1"), pair("a", "2")];

  test("one record linked to two, where only one is allowed", () => {
    expect(check("one-to-one", twice)).toBe("decisions-conflict");
    expect(check("best", twice)).toBe("accepted");
    expect(check("best", [pair("a", "1"), pair("b", "1")])).toBe("decisions-conflict");
    expect(check("links", twice)).toBe("accepted");
  });

  test("two records held together through a third and kept apart", () => {
    expect(check("clusters", [pair("a", "b"), pair("b", "c")], [pair("a", "c")])).toBe("decisions-conflict");
    expect(check("clusters", [pair("a", "b"), pair("c", "d")], [pair("a", "c")])).toBe("accepted");
  });
});

const candidates = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({
    leftId: `L${i}`,
    rightId: `R${i}`,
    probability: ((i * 7919) % count) / count,
  }));

describe("a queue for review", () => {
  test("is the same for the same pairs and seed, in whatever order they come, and another for another seed", () => {
    const pairs = candidates(3000);
    const queue = reviewQueue(pairs, { size: 120 });
    expect(reviewQueue(pairs.toReversed(), { size: 120 })).toEqual(queue);
    expect(reviewQueue(pairs, { size: 120, seed: 2 }).items).not.toEqual(queue.items);
  });

  test("holds as many pairs as asked, none twice, and its weights add up to all pairs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 90, max: 900 }), (count, size) => {
        const { items } = reviewQueue(candidates(count), { size });
        expect(items).toHaveLength(Math.min(count, size));
        expect(new Set(items.map((item) => item.leftId)).size).toBe(items.length);
        const total = items.reduce((sum, item) => sum + (item.samplingWeight ?? 0), 0);
        expect(total).toBeCloseTo(count, 6);
      }),
    );
  });

  test("of few pairs stays within what people can do", () => {
    expect(reviewQueue(candidates(3000), { size: 7 }).items).toHaveLength(7);
  });

  test("that is blind carries nothing but the two ids, and an order that does not follow the score", () => {
    const { items } = reviewQueue(candidates(2000), { size: 200, blind: true });
    expect(new Set(items.flatMap((item) => Object.keys(item)))).toEqual(new Set(["leftId", "rightId"]));
    const scores = reviewQueue(candidates(2000), { size: 200 }).items.map((item) => item.probability ?? 0);
    const climbs = scores.filter((score, i) => i > 0 && score > (scores[i - 1] ?? 0)).length;
    expect(climbs).toBeGreaterThan(70);
    expect(climbs).toBeLessThan(130);
  });
});

/** Pairs whose true share of matches differs from what the machine believes, and one reviewed sample of them. */
function simulate(seed: number) {
  const random = randomNumbers(seed);
  const chance = () => random(1_000_000) / 1_000_000;
  const pairs = Array.from({ length: 4000 }, (_, i): Candidate => {
    const sure = chance() < 0.7;
    return { leftId: `L${i}`, rightId: `R${i}`, probability: sure ? 0.95 + 0.05 * chance() : chance() };
  });
  const isMatch = new Map(pairs.map((pair) => [pair.leftId, chance() < 0.9 * pair.probability + 0.02]));
  const { items } = reviewQueue(pairs, { size: 300, seed });
  const decisions = items.flatMap((item) => {
    const verdict = isMatch.get(item.leftId) ? "same" : "different";
    return ["ani", "budi"].map((reviewer) => ({ ...decision(reviewer, verdict), ...item }));
  });
  const linked = pairs.filter((pair) => pair.probability >= 0.5);
  const right = linked.filter((pair) => isMatch.get(pair.leftId)).length;
  const all = pairs.filter((pair) => isMatch.get(pair.leftId)).length;
  return {
    measured: measureFromDecisions(pairs, decisions),
    precision: right / linked.length,
    recall: right / all,
  };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const about = (leftId: string, reviewer: string, verdict: Verdict, field?: string) => ({
  ...decision(reviewer, verdict, { leftId, rightId: leftId.replace("L", "R") }),
  ...(field ? { field } : {}),
});

describe("precision and recall measured on reviewed pairs", () => {
  const runs = Array.from({ length: 400 }, (_, i) => simulate(i + 1));
  const covered = (which: "precision" | "recall") =>
    mean(
      runs.map((run) =>
        run.measured[which].low <= run[which] && run[which] <= run.measured[which].high ? 1 : 0,
      ),
    );

  test("are not biased, although doubtful pairs are looked at more often", () => {
    for (const which of ["precision", "recall"] as const) {
      const bias = mean(runs.map((run) => run.measured[which].value - run[which]));
      expect(Math.abs(bias), which).toBeLessThan(0.004);
    }
  });

  test("lie in their 95 per cent interval about 95 times in 100", () => {
    for (const which of ["precision", "recall"] as const) {
      expect(covered(which), which).toBeGreaterThanOrEqual(0.92);
      expect(covered(which), which).toBeLessThanOrEqual(0.995);
    }
  });

  test("have no uncertainty left once every pair was looked at", () => {
    const pairs = candidates(60);
    const decisions = pairs.flatMap((pair) =>
      ["ani", "budi"].map((reviewer) => ({
        ...decision(reviewer, pair.probability > 0.3 ? "same" : "different"),
        ...pair,
      })),
    );
    const { precision, recall } = measureFromDecisions(pairs, decisions);
    expect(precision).toMatchObject({ value: 1, low: 1, high: 1 });
    const share =
      pairs.filter((p) => p.probability >= 0.5).length / pairs.filter((p) => p.probability > 0.3).length;
    expect(recall.value).toBeCloseTo(share, 9);
    expect(recall.high - recall.low).toBeLessThan(1e-6);
  });

  test("say of a band nobody looked at that it could be anything", () => {
    const { bands, precision } = measureFromDecisions(candidates(100), []);
    expect(bands.every((band) => band.reviewed === 0 && band.share.low === 0 && band.share.high === 1)).toBe(
      true,
    );
    expect(precision).toMatchObject({ low: expect.closeTo(0, 0) as number, high: 1 });
  });

  test("count apart what measures nothing: undecided, wrong data by field, conflicts and single answers", () => {
    const { leftOut, reviewed } = measureFromDecisions(candidates(50), [
      about("L1", "ani", "cannot-tell"),
      about("L1", "budi", "cannot-tell"),
      about("L2", "ani", "data-error", "nik"),
      about("L2", "budi", "data-error", "nik"),
      about("L3", "ani", "same"),
      about("L3", "budi", "different"),
      about("L4", "ani", "same"),
    ]);
    expect({ leftOut, reviewed }).toEqual({
      leftOut: { cannotTell: 1, dataErrors: { nik: 1 }, conflicts: 1, open: 1 },
      reviewed: 0,
    });
  });
});

test("settled answers become labels that weigh as many pairs as they stand for", () => {
  const pairs = candidates(1000);
  const { items } = reviewQueue(pairs, { size: 150 });
  const decisions = items.flatMap((item) =>
    ["ani", "budi"].map((reviewer) => ({ ...decision(reviewer, "same"), ...item })),
  );
  const labels = labelsFromDecisions(decisions, { candidates: pairs });
  expect(labels).toHaveLength(150);
  expect(labels.reduce((sum, label) => sum + (label.weight ?? 0), 0)).toBeCloseTo(1000, 6);
  expect(labelsFromDecisions(decisions)[0]).not.toHaveProperty("weight");
});
