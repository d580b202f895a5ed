import { expect, test } from "vitest";
import { damerauLevenshtein, hamming, jaroWinkler, levenshtein } from "./string-distances.ts";

test("Jaro–Winkler gives the values of Winkler's paper", () => {
  expect(jaroWinkler("MARTHA", "MARHTA")).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler("DIXON", "DICKSONX")).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler("DWAYNE", "DUANE")).toBeCloseTo(0.84, 4);
});

test("Jaro–Winkler rounds half transpositions down, as the reference does and some engines do not", () => {
  expect(jaroWinkler("IFINDI", "FINDI")).toBeCloseTo(0.8111, 4);
});

test("texts without a letter in common are not alike at all", () => {
  expect(jaroWinkler("ABC", "XYZ")).toBe(0);
});

test("a swap of neighbours costs two edits plainly and one in Damerau's count", () => {
  expect(levenshtein("ABCD", "ACBD")).toBe(2);
  expect(damerauLevenshtein("ABCD", "ACBD")).toBe(1);
});

test("Hamming distance needs equal lengths", () => {
  expect(hamming("1377", "1371")).toBe(1);
  expect(() => hamming("1", "12")).toThrow(RangeError);
});
