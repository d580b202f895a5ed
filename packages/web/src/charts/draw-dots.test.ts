import { expect, test } from "vitest";
import { drawStrip } from "./draw-dots.ts";

test("however many claims took the same days, each dot stays in the picture", () => {
  const values = Array.from({ length: 120 }, () => 30);
  const drawn = drawStrip({ values, max: 60, lines: [], format: String, summary: "" }, "narrow");
  const heights = [...drawn.matchAll(/cy="(-?[\d.]+)"/g)].map(([, cy]) => Number(cy));
  expect(heights).toHaveLength(120);
  expect(Math.min(...heights)).toBeGreaterThan(0);
});
