import { month } from "@tuwai/domain/time";
import { assert, array, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels, trendScale } from "./trend-scale.ts";

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
