import { describe, expect, test } from "vitest";
import type { Comparison } from "#model";
import { fitLabels } from "./index.ts";

const words = { id: "", en: "" };
const comparison: Comparison = {
  name: "name",
  label: words,
  missing: false,
  levels: [
    {
      id: "same",
      label: words,
      when: ["=", ["left", "a"], ["right", "a"]],
      m: { otherwise: 0.9 },
      u: { otherwise: 0.01 },
    },
    { id: "different", label: words, when: true, m: { otherwise: 0.1 }, u: { otherwise: 0.99 } },
  ],
};
const cells = (...counts: number[]) => Float64Array.from(counts);
const none = cells(0, 0);
const random = { counts: cells(50, 9950), lambda: 0 };

describe("m and u from labelled pairs", () => {
  test("follow the labels where there are many", () => {
    const { levels } = fitLabels(
      comparison,
      { matches: cells(6000, 4000), nonMatches: none, random },
      { priorLabels: 20, uFrom: "random" },
    );
    expect(levels[0]?.m?.["otherwise"]).toBeCloseTo(0.6, 2);
    expect(levels[0]?.u?.["otherwise"]).toBeCloseTo(0.005, 3);
  });

  test("stay with the prior where there are none, and say so", () => {
    const { levels, seen } = fitLabels(
      comparison,
      { matches: none, nonMatches: none, random },
      { priorLabels: 20, uFrom: "random" },
    );
    expect(levels[0]?.m?.["otherwise"]).toBe(0.9);
    expect(seen).toMatchObject([
      { level: "same", matches: 0 },
      { level: "different", matches: 0 },
    ]);
  });

  test("lie between prior and labels where there are few: 20 labels weigh as much as the prior", () => {
    const { levels } = fitLabels(
      comparison,
      { matches: cells(10, 10), nonMatches: none, random },
      { priorLabels: 20, uFrom: "random" },
    );
    expect(levels[0]?.m?.["otherwise"]).toBeCloseTo((0.9 + 0.5) / 2, 6);
  });

  test("take u from pairs labelled different when asked to, or when random pairs never reach the stratum", () => {
    const counts = {
      matches: none,
      nonMatches: cells(200, 800),
      random: { counts: cells(0, 10), lambda: 0 },
    };
    const { levels } = fitLabels(comparison, counts, { priorLabels: 20, uFrom: "random" });
    expect(levels[0]?.u?.["otherwise"]).toBeCloseTo((200 + 20 * 0.01) / 1020, 6);
    const asked = fitLabels(comparison, { ...counts, random }, { priorLabels: 20, uFrom: "labels" });
    expect(asked.levels[0]?.u?.["otherwise"]).toBeCloseTo((200 + 20 * 0.01) / 1020, 6);
  });

  test("count over all strata where m is tied", () => {
    const tied: Comparison = {
      ...comparison,
      tieM: true,
      strata: [{ name: "same-house", label: words, when: ["=", ["left", "h"], ["right", "h"]] }],
    };
    const { levels } = fitLabels(
      tied,
      {
        matches: cells(300, 0, 0, 100),
        nonMatches: cells(0, 0, 0, 0),
        random: { counts: cells(0, 0, 50, 9950), lambda: 0 },
      },
      { priorLabels: 1, uFrom: "random" },
    );
    const m = levels[0]?.m ?? {};
    expect(m["same-house"]).toBeCloseTo(0.75, 2);
    expect(m["otherwise"]).toBeCloseTo(m["same-house"] ?? 0, 2);
  });
});
