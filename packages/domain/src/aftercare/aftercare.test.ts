import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  integer,
  nat,
  option,
  property,
  record,
  string,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate } from "#time";
import {
  askedFigure,
  figuresByCover,
  nextVisit,
  outcomeOf,
  receivedAnswers,
  sampleOf,
  shareOut,
  visitStages,
} from "./index.ts";

const on = civilDate("2026-06-10");
const reading = (asOf: string, decile: number, decileFrom = decile) => ({
  release: asOf,
  asOf: civilDate(asOf),
  decileFrom,
  decile,
});

describe("what became of a family", () => {
  test("is the last decile at the event against the last one since, and unknown without both", () => {
    const before = reading("2026-03-31", 2);
    expect(outcomeOf([reading("2025-12-31", 1), before, reading("2027-03-31", 3)], on, 1)).toBe("kept-above");
    expect(outcomeOf([before, reading("2026-09-30", 3), reading("2027-03-31", 1)], on, 1)).toBe("fell");
    expect(outcomeOf([reading("2026-03-31", 1), reading("2027-03-31", 1)], on, 1)).toBe("was-poor");
    expect(outcomeOf([before], on, 1)).toBe("unknown");
    expect(outcomeOf([before, reading("2027-03-31", 4, 1)], on, 1)).toBe("unknown");
    expect(outcomeOf([before, reading("2027-03-31", 4, 2)], on, 1)).toBe("kept-above");
    expect(outcomeOf([reading("2027-03-31", 3), reading("2027-06-30", 3)], on, 1)).toBe("unknown");
  });

  test("a family first read within three months of the event counts as read before it", () => {
    expect(outcomeOf([reading("2026-09-09", 2), reading("2027-03-31", 1)], on, 1)).toBe("fell");
    expect(outcomeOf([reading("2026-09-11", 2), reading("2027-03-31", 1)], on, 1)).toBe("unknown");
  });

  test("the figure leaves out whom nobody knows and who was poor, and parts the covered from the others", () => {
    const figures = figuresByCover([
      { outcome: "kept-above", isCovered: true },
      { outcome: "fell", isCovered: false },
      { outcome: "unknown", isCovered: false },
      { outcome: "was-poor", isCovered: true },
    ]);
    expect(figures.all).toEqual({ denominator: 2, keptAbove: 1, fell: 1, wasPoor: 1, unknown: 1 });
    expect(figures.covered).toMatchObject({ denominator: 1, keptAbove: 1 });
    expect(figures.uncovered).toMatchObject({ denominator: 1, fell: 1, unknown: 1 });
  });
});

test("a family is seen five times in three years; a visit missed stays the next one", () => {
  expect(nextVisit(on, [], civilDate("2026-07-02"))).toEqual({
    stage: "day-30",
    dueOn: "2026-07-10",
    isDue: false,
  });
  expect(nextVisit(on, [], civilDate("2026-12-01"))).toMatchObject({ stage: "day-30", isDue: true });
  expect(nextVisit(on, visitStages.slice(0, 4), civilDate("2026-12-01"))).toMatchObject({
    dueOn: "2029-06-10",
  });
  expect(nextVisit(on, visitStages, civilDate("2030-01-01"))).toBeNull();
});

describe("a sample of families", () => {
  test("has the size of the textbook: 385 of endlessly many at 95 per cent and five points, 80 of a hundred", () => {
    const terms = { confidence: 95, marginPercent: 5 } as const;
    expect(sampleOf(10_000_000, terms)).toBe(385);
    expect(sampleOf(100, terms)).toBe(80);
    expect(sampleOf(7, terms)).toBe(7);
    expect(sampleOf(0, terms)).toBe(0);
  });

  test("is never more than there are, and every stratum with anybody has at least one, none more than it holds", () => {
    const strata = dictionary(string({ minLength: 1, maxLength: 4 }), nat(40), { maxKeys: 8 });
    assert(
      property(strata, integer({ min: 0, max: 200 }), (sizes, size) => {
        const whole = Object.values(sizes).reduce((sum, n) => sum + n, 0);
        const filled = Object.values(sizes).filter((n) => n > 0).length;
        const given = shareOut(size, sizes);
        expect(Object.values(given).reduce((sum, n) => sum + n, 0)).toBe(
          Math.min(Math.max(size, filled), whole),
        );
        for (const [name, n] of Object.entries(given)) {
          expect(n).toBeGreaterThanOrEqual(1);
          expect(n).toBeLessThanOrEqual(sizes[name]!);
        }
      }),
    );
  });

  test("counts everybody drawn once, and an unanswered one as no answer", () => {
    const answer = option(
      record({ received: constantFrom(...receivedAnswers), inTime: boolean(), demanded: boolean() }),
      { nil: null },
    );
    assert(
      property(array(answer), (answers) => {
        const { drawn, received, withIssues, notReceived, unanswered } = askedFigure(answers);
        expect(received + withIssues + notReceived + unanswered).toBe(drawn);
        expect(unanswered).toBe(answers.filter((each) => each === null).length);
      }),
    );
    expect(askedFigure([{ received: "all", inTime: true, demanded: true }])).toMatchObject({
      received: 0,
      withIssues: 1,
      demanded: 1,
    });
  });
});
