import { expect, test } from "vitest";
import { month } from "#time";
import { bpuIncomeBrackets, minimumBases } from "./contribution-rates.ts";
import { minimumBaseIn } from "./minimum-base-in.ts";

test("the lowest base is a dated row of law, unknown before the regulation and past what was read", () => {
  expect(minimumBaseIn(month("2015-06"))).toBeUndefined();
  expect(minimumBaseIn(month("2026-11"))).toBe(1_000_000);
  expect(minimumBaseIn(month("2029-01"))).toBeUndefined();
});

test("the lowest bracket of every table reckons with the lowest base of its months", () => {
  for (const { from, value } of Object.values(bpuIncomeBrackets).flat())
    expect(value[0]!.baseRupiah).toBe(minimumBaseIn(from));
  expect(minimumBases.every(({ source }) => source.mark === "reported")).toBe(true);
});
