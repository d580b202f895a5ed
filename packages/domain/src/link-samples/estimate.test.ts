import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "#targeting";
import { bandOf, linkQuality, type SampleBand, type Stratum, weightedShare } from "./estimate.ts";

const stratum = (size: number, answered: number, same: number, unsure = 0): Stratum => ({
  size,
  answered,
  same,
  unsure,
});

describe("a share of several bands", () => {
  test("of one band is Wilson's interval of its answers", () =>
    expect(weightedShare([stratum(5000, 20, 19)])).toEqual({ ...wilson(19, 20)!, share: 19 / 20 }));

  test("counts each band by what it holds, not by how many were asked", () => {
    const { share } = weightedShare([stratum(900, 20, 20), stratum(100, 20, 10)])!;
    expect(share).toBeCloseTo(0.95);
  });

  test("is not told while a band that holds somebody has no answer", () => {
    expect(weightedShare([stratum(900, 20, 20), stratum(100, 0, 0)])).toBeNull();
    expect(weightedShare([stratum(900, 20, 20), stratum(0, 0, 0)])).not.toBeNull();
    expect(weightedShare([])).toBeNull();
  });

  test("whoever was unsure widens it both ways", () => {
    const sure = weightedShare([stratum(100, 20, 15)])!;
    const unsure = weightedShare([stratum(100, 20, 13, 4)])!;
    expect(unsure.low).toBeLessThan(sure.low);
    expect(unsure.high).toBeGreaterThan(sure.high);
  });

  test("lies within its interval, and both between 0 and 1", () => {
    const some = fc
      .tuple(fc.integer({ min: 1, max: 9000 }), fc.nat(30), fc.nat(30), fc.nat(30))
      .map(([size, same, other, unsure]) => stratum(size, same + other + unsure + 1, same, unsure));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (strata) => {
        const { share, low, high } = weightedShare(strata)!;
        expect(low <= share + 1e-9 && share <= high + 1e-9).toBe(true);
        expect(low >= 0 && high <= 1).toBe(true);
      }),
    );
  });
});

const bands = (...entries: readonly (readonly [SampleBand, Stratum])[]) => new Map(entries);

describe("quality of linking", () => {
  test("recall counts what was missed among the unlinked", () => {
    const { precision, recall } = linkQuality(
      bands(["sure", stratum(900, 30, 30)], ["asked", stratum(50, 10, 8)], ["silent", stratum(50, 20, 0)]),
    );
    expect(precision!.share).toBe(1);
    expect(recall!.share).toBeCloseTo(900 / 940);
    expect(recall!.low).toBeLessThan(recall!.share);
    expect(recall!.high).toBeGreaterThan(recall!.share);
  });

  test("with everybody linked nothing is missed, and without answers nothing is told", () => {
    expect(linkQuality(bands(["sure", stratum(10, 10, 10)])).recall!.share).toBe(1);
    expect(linkQuality(bands(["sure", stratum(10, 0, 0)]))).toEqual({ precision: null, recall: null });
  });

  test.each([
    [0.9999, "sure"],
    [0.995, "high"],
    [0.7, "low"],
  ] as const)("a link of %f is in the band %s", (probability, band) =>
    expect(bandOf(probability)).toBe(band),
  );
});
