import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseCoverage } from "#coverage";
import { roundVulnerable } from "./index.ts";

const price = 201_600;
const of = { others: 0, price, budgeted: 10 * price, paid: 0 };

describe("what the public reads of vulnerable workers", () => {
  it("is the released gap times the price, and nothing where the release withholds a half or the gap is small", () => {
    expect(roundVulnerable({ ...of, released: { numerator: 20, denominator: 65 } })).toMatchObject({
      open: 45,
      need: 45 * price,
    });
    for (const released of [
      { numerator: null, denominator: 65 },
      { numerator: 60, denominator: 65 },
      { numerator: null, denominator: null },
    ])
      expect(roundVulnerable({ ...of, released })).toMatchObject({ open: null, need: null });
  });

  it("tells money as people for a year, by fives, and of fewer than ten not at all; without a budget it is nothing", () => {
    const released = { numerator: 20, denominator: 65 };
    const paid = (years: number) => roundVulnerable({ ...of, released, paid: years * price }).paid;
    expect([paid(9), paid(10), paid(12), paid(13)]).toEqual([null, 10 * price, 10 * price, 15 * price]);
    expect(roundVulnerable({ ...of, released, budgeted: 0 }).paid).toBe(0);
  });

  it("gives whoever divides by the price or subtracts two pages nothing but what the release rounded", () => {
    const village = fc.record({ covered: fc.nat(120), more: fc.nat(120), paid: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(village, { minLength: 1, maxLength: 6 }), (villages) => {
        const counts = villages.map(({ covered, more }, at) => ({
          code: `13.77.01.200${at}`,
          numerator: covered,
          denominator: covered + more,
        }));
        const { villages: released } = releaseCoverage(counts, new Map());
        for (const [at, { numerator, denominator }] of released.entries()) {
          const shown = roundVulnerable({
            ...of,
            released: { numerator, denominator },
            paid: villages[at]!.paid * price,
          });
          // Division by the price gives the release's own numbers back, and no finer one.
          if (shown.need !== null) expect(shown.need / price).toBe(denominator! - numerator!);
          if (shown.paid !== null) expect((shown.paid / price) % 5).toBe(0);
        }
      }),
    );
  });

  it("does not move when one person is covered, dies or moves in: two readings betray nobody", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 20, max: 200 }), (covered, more) => {
        const before = [{ code: "13.77.01.2001", numerator: covered, denominator: covered + more }];
        const first = releaseCoverage(before, new Map());
        const bases = new Map(
          [...first.villages, ...first.kecamatan, first.city].map((one) => [one.code, one.basis]),
        );
        for (const [n, d] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [-1, -1],
        ] as const) {
          const after = [{ code: "13.77.01.2001", numerator: covered + n, denominator: covered + more + d }];
          const [was, is] = [first.villages[0]!, releaseCoverage(after, bases).villages[0]!];
          expect(roundVulnerable({ ...of, released: is })).toEqual(roundVulnerable({ ...of, released: was }));
        }
      }),
    );
  });
});
