import { expect, it } from "vitest";
import { formatShare } from "./format-share.ts";

it.each([
  [{ percent: 95, numerator: 25, denominator: 25 }, "≥\u00a095%"],
  [{ percent: 0.7, numerator: 200, denominator: 27_373 }, "0,7%"],
  [{ percent: 5, numerator: 10, denominator: 400 }, "≤\u00a05%"],
  [{ percent: 54.1, numerator: 230, denominator: 425 }, "54,1%"],
  // A true figure of an office's own page, not a released one.
  [{ percent: 97.3, numerator: 36, denominator: 37 }, "97,3%"],
  [{ percent: 40, numerator: null, denominator: null }, "40%"],
])("the share %j reads %s", (share, text) => {
  expect(formatShare("id", share)).toBe(text);
});
