import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { month, shiftMonth, type Month } from "#time";
import { markEvents, mostMarks, type TrendEvent, trendEventKinds } from "./trend-events.ts";

const first = month("2025-07");
const event = (kind: TrendEvent["kind"], of: Month, number = 100): TrendEvent => ({
  kind,
  month: of,
  number,
  year: null,
});
const monthOf = (at: number) => shiftMonth(first, at);

describe("what is marked beneath a trend", () => {
  test("one flag a month, numbered from the oldest, the weightiest first", () => {
    const marks = markEvents(
      [event("list", monthOf(2)), event("target", monthOf(2), 30), event("budget", monthOf(0), 4)],
      1000,
    );
    expect(marks.map(({ number, events }) => [number, events.map(({ kind }) => kind)])).toEqual([
      [1, ["budget"]],
      [2, ["target", "list"]],
    ]);
  });

  test("a list only where it holds a twentieth of everyone, and never fewer than ten people", () => {
    expect(markEvents([event("list", first, 49)], 1000)).toEqual([]);
    expect(markEvents([event("list", first, 50)], 1000)).toHaveLength(1);
    expect(markEvents([event("list", first, 9)], 20)).toEqual([]);
  });

  test("of what comes every month the first and the last", () => {
    const payrolls = Array.from({ length: 6 }, (_, at) => event("payroll", monthOf(at)));
    expect(markEvents(payrolls, 1000).map((mark) => mark.month)).toEqual([first, monthOf(5)]);
  });

  test("never more flags than can be told apart, in order, each of its own month, and always the targets first", () => {
    const events = array(
      record({ kind: constantFrom(...trendEventKinds), at: integer({ min: 0, max: 40 }) }),
      { maxLength: 60 },
    );
    assert(
      property(events, (drawn) => {
        const marks = markEvents(
          drawn.map(({ kind, at }) => event(kind, monthOf(at))),
          100,
        );
        expect(marks.length).toBeLessThanOrEqual(mostMarks);
        expect(marks.map(({ number }) => number)).toEqual(marks.map((_, at) => at + 1));
        const months = marks.map((mark) => mark.month);
        expect(months).toEqual([...new Set(months)].toSorted());
        const targets = new Set(drawn.filter(({ kind }) => kind === "target").map(({ at }) => monthOf(at)));
        if (targets.size <= mostMarks)
          for (const target of targets) expect(months.includes(target)).toBe(true);
      }),
    );
  });
});
