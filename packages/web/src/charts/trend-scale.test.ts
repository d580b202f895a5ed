import { month, monthAtIndex, monthIndex } from "@tuwai/domain/time";
import { assert, array, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { flagsAt, spreadLabels, trendScale } from "./trend-scale.ts";

const of = (at: number) => monthAtIndex(monthIndex(month("2025-07")) + at);
const size = { width: 296, height: 220, font: 12, end: 76 };

test("the axis is never cut: 0 lies at the bottom and 100 % at the top, whatever is drawn", () => {
  const observed = [
    { month: month("2026-01"), percent: 40, kind: "new" as const },
    { month: month("2026-02"), percent: 41, kind: "same" as const },
  ];
  const scale = trendScale({ observed, target: [], fan: null }, size);
  expect(scale.y(0)).toBeCloseTo(scale.bottom);
  expect(scale.y(100)).toBeCloseTo(scale.top);
  expect(scale.y(140)).toBeCloseTo(scale.top);
  expect([scale.x(month("2026-01")), scale.x(month("2026-02"))]).toEqual([scale.left, scale.right]);
});

test("labels keep their order and a line between them", () => {
  assert(
    property(array(integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 }), (wished) => {
      const placed = spreadLabels(wished, 24, 200);
      const inOrder = wished.map((y, at) => [y, placed[at]!] as const).toSorted((a, b) => a[0] - b[0]);
      for (const [at, [, y]] of inOrder.entries())
        if (at > 0) expect(Math.abs(y - inOrder[at - 1]![1])).toBeGreaterThanOrEqual(24);
      expect(Math.max(...placed)).toBeLessThanOrEqual(200);
    }),
  );
});

test("flags outside what is drawn are left out, and numbers that would lie on each other become one", () => {
  const observed = Array.from({ length: 13 }, (_, at) => ({
    month: monthAtIndex(monthIndex(month("2026-01")) + at),
    percent: 40,
    kind: "new" as const,
  }));
  const events = ["2025-11", "2026-02", "2026-03", "2026-04", "2026-11"].map((named, at) => ({
    month: month(named),
    number: at + 1,
  }));
  const data = { observed, target: [], fan: null, events };
  expect(flagsAt(data, trendScale(data, size), 12).map(({ label }) => label)).toEqual(["2–4", "5"]);
  const wide = { ...size, width: 900 };
  expect(flagsAt(data, trendScale(data, wide), 12).map(({ label }) => label)).toEqual(["2", "3", "4", "5"]);
});

test("numbers of flags stand at least two of their heights apart, and every flag drawn is one of theirs", () => {
  assert(
    property(array(integer({ min: 0, max: 40 }), { maxLength: 9 }), (drawn) => {
      const months = [...new Set(drawn)].toSorted((a, b) => a - b);
      const observed = [0, 40].map((at) => ({ month: of(at), percent: 10, kind: "new" as const }));
      const events = months.map((at, index) => ({ month: of(at), number: index + 1 }));
      const data = { observed, target: [], fan: null, events };
      const flags = flagsAt(data, trendScale(data, size), 12);
      expect(flags.flatMap(({ xs }) => xs)).toHaveLength(months.length);
      for (const [at, { xs }] of flags.entries())
        if (at > 0) expect(xs[0]! - flags[at - 1]!.xs.at(-1)!).toBeGreaterThanOrEqual(24);
    }),
  );
});
