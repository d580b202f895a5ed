import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseCoverage } from "#coverage";
import { roundVulnerable } from "./index.ts";

const price = 201_600;
const of = { others: 0, price, budgeted: 10 * price, paid: 0 };

describe("what the public reads of vulnerable workers", () => {
  it("is the released gap times the price, and nothing where the release withholds a half or the gap is small", () => {
    expect(roundVulnerable({ ...of, released: { numerator: 20, listed: 65 } })).toMatchObject({
      open: 45,
      need: 45 * price,
    });
    for (const released of [
      { numerator: null, listed: 65 },
      { numerator: 60, listed: 65 },
      { numerator: null, listed: null },
    ])
      expect(roundVulnerable({ ...of, released })).toMatchObject({ open: null, need: null });
  });

  it("tells money as people for a year, by fives, and of fewer than ten not at all; without a budget it is nothing", () => {
    const released = { numerator: 20, listed: 65 };
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
          listed: covered + more,
          estimate: null,
        }));
        const { villages: released } = releaseCoverage(counts, new Map());
        for (const [at, { numerator, listed }] of released.entries()) {
          const shown = roundVulnerable({
            ...of,
            released: { numerator, listed },
            paid: villages[at]!.paid * price,
          });
          // Division by the price gives the release's own numbers back, and no finer one.
          if (shown.need !== null) expect(shown.need / price).toBe(listed! - numerator!);
          if (shown.paid !== null) expect((shown.paid / price) % 5).toBe(0);
        }
      }),
    );
  });

  it("does not move when one person is covered, dies or moves in: two readings betray nobody", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 20, max: 200 }), (covered, more) => {
        const before = [
          { code: "13.77.01.2001", numerator: covered, listed: covered + more, estimate: null },
        ];
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
          const after = [
            { code: "13.77.01.2001", numerator: covered + n, listed: covered + more + d, estimate: null },
          ];
          const [was, is] = [first.villages[0]!, releaseCoverage(after, bases).villages[0]!];
          expect(roundVulnerable({ ...of, released: is })).toEqual(roundVulnerable({ ...of, released: was }));
        }
      }),
    );
  });
});
