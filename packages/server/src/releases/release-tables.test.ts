import { expect, it } from "vitest";
import { releaseCoverage } from "@tuwai/domain/coverage";
import { percentOf } from "@tuwai/domain/indicators";
import type { Month } from "@tuwai/domain/time";
import { publishedRows } from "#coverage";
import { monthsTable } from "./release-tables.ts";

it("the file of months names the city, and its percentage is that of the two numbers beside it, as the indicator's is", () => {
  const [code, people] = ["13.77.02.2015", { numerator: 200, listed: 300 }];
  const estimate = { low: 25_000, middle: 27_373, high: 30_000 };
  const figures = releaseCoverage([{ code, ...people, estimate }], new Map());
  const rows = publishedRows(figures, [{ code, name: "Naras I", kecamatan: "Utara" }], "Kota Pariaman");
  const [city] = monthsTable([], { month: "2025-07" as Month, rows }).rows;
  expect(city).toEqual([
    "2025-07",
    "city",
    "13.77",
    "Kota Pariaman",
    200,
    198,
    202,
    300,
    27_373,
    percentOf({ numerator: 200, denominator: 27_373, barePercent: null }),
  ]);
  expect(city!.at(-1)).toBe(0.7);
});
