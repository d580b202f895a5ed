import { expect, it } from "vitest";
import { readFigure } from "./read-figure.ts";

it("reads numbers as people of the city type them, and nothing that is none", () => {
  expect(["48.881", "48881", "1.234.567", " 37,5 ", "34.99", "37"].map(readFigure)).toEqual([
    48_881, 48_881, 1_234_567, 37.5, 34.99, 37,
  ]);
  expect(readFigure("")).toBeNull();
  expect(["sekitar 11 ribu", "-1", "1,2,3"].map(readFigure)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
