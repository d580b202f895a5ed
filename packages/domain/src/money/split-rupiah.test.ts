import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rupiah, sumRupiah } from "./rupiah.ts";
import { splitRupiah } from "./split-rupiah.ts";

const anyTotal = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(rupiah);
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0));

test("100 rupiah among three equal shares give the odd rupiah to the first", () => {
  expect(splitRupiah(rupiah(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(splitRupiah(rupiah(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
});

test("the largest remainder is served first", () => {
  expect(splitRupiah(rupiah(10), [1, 2, 6])).toEqual([1, 2, 7]);
});

test("shares always add up to the total, exactly", () => {
  fc.assert(
    fc.property(anyTotal, anyWeights, (total, weights) => {
      expect(sumRupiah(splitRupiah(total, weights))).toBe(total);
    }),
  );
});

test("no share is a rupiah or more away from its exact value, and a weight of zero gets nothing", () => {
  fc.assert(
    fc.property(anyTotal, anyWeights, (total, weights) => {
      const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
      splitRupiah(total, weights).forEach((share, place) => {
        const weight = weights[place] ?? 0;
        const distance = BigInt(share) * BigInt(weightSum) - BigInt(total) * BigInt(weight);
        expect((distance < 0n ? -distance : distance) < BigInt(weightSum)).toBe(true);
        if (weight === 0) expect(share).toBe(0);
      });
    }),
  );
});

test.each([[[]], [[0, 0]], [[1, -1]], [[0.5, 0.5]]])("weights %j are refused", (weights) => {
  expect(() => splitRupiah(rupiah(10), weights)).toThrow(RangeError);
});
