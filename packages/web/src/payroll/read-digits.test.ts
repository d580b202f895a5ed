import { expect, it } from "vitest";
import { readDigits } from "./read-digits.ts";

it("amounts are read as people type them, and what is no whole number is none", () => {
  expect(["1.537.200", "Rp1537200", " 12 ", "Rp 8.400", "Rp1.537.200,00", "0"].map(readDigits)).toEqual([
    1_537_200, 1_537_200, 12, 8400, 1_537_200, 0,
  ]);
  expect(["", "8,5", "-1", "delapan", "1.5", "1234567890123"].map(readDigits)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});
