import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forMonths, fractionOf, multiplyRupiah, rupiah, rupiahPerMonth, sumRupiah } from "./rupiah.ts";

const anyAmount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(rupiah);

describe("rupiah are whole numbers below 10^15", () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15])("%d is refused", (amount) => {
    expect(() => rupiah(amount)).toThrow(RangeError);
    expect(() => rupiahPerMonth(amount)).toThrow(RangeError);
  });

  test("a sum that would leave the range is refused instead of losing digits", () => {
    const large = rupiah(999_999_999_999_999);
    expect(() => sumRupiah([large, rupiah(1)])).toThrow(RangeError);
    expect(() => multiplyRupiah(large, 2)).toThrow(RangeError);
  });

  test("an amount is multiplied by whole numbers only", () => {
    expect(() => multiplyRupiah(rupiah(16_800), 0.5)).toThrow(RangeError);
  });

  test("zero has no sign", () => {
    expect(Object.is(multiplyRupiah(rupiah(0), -1), 0)).toBe(true);
    expect(Object.is(fractionOf(rupiah(-1), 1, 4), 0)).toBe(true);
  });

  test("no amounts add up to zero, and twelve months of 16,800 cost 201,600", () => {
    expect(sumRupiah([])).toBe(0);
    expect(forMonths(rupiahPerMonth(16_800), 12)).toBe(201_600);
  });
});

describe("a fraction of an amount", () => {
  test.each([
    [2_152_323, 54, 10_000, 11_623],
    [3, 1, 2, 2],
    [-3, 1, 2, -2],
    [1, 1, 3, 0],
    [999_999_999_999_999, 9_999, 10_000, 999_899_999_999_999],
  ])("of %i, %i / %i is %i", (amount, numerator, denominator, expected) => {
    expect(fractionOf(rupiah(amount), numerator, denominator)).toBe(expected);
  });

  test("is never more than half a rupiah away from the exact value, and a half rounds up", () => {
    const fraction = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 10_000, max: 20_000 }));
    fc.assert(
      fc.property(anyAmount, fraction, (amount, [numerator, denominator]) => {
        const error =
          BigInt(fractionOf(amount, numerator, denominator)) * BigInt(denominator) -
          BigInt(amount) * BigInt(numerator);
        const awayFromZero = amount < 0 ? -error : error;
        expect(awayFromZero * 2n <= BigInt(denominator)).toBe(true);
        expect(awayFromZero * 2n > -BigInt(denominator)).toBe(true);
      }),
    );
  });

  test("of a reversal mirrors the fraction of what is reversed", () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 10_000 }), (amount, numerator) => {
        const mirrored = fractionOf(multiplyRupiah(amount, -1), numerator, 10_000);
        expect(sumRupiah([fractionOf(amount, numerator, 10_000), mirrored])).toBe(0);
      }),
    );
  });

  test("needs a whole numerator from 0 and a whole denominator from 1", () => {
    expect(() => fractionOf(rupiah(1), -1, 2)).toThrow(RangeError);
    expect(() => fractionOf(rupiah(1), 1, 0)).toThrow(RangeError);
    expect(() => fractionOf(rupiah(1), 0.24, 100)).toThrow(RangeError);
  });
});
