import { month } from "#time";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPriceSettings, reportWage, wadahAgrees, wageIn } from "./index.ts";

const settings = defaultPriceSettings;
const asPublic = { ...settings, "pooled-asn-is-private": { value: false, confirmed: true } };

describe("the code of a group", () => {
  test.each([
    ["SG", "pooled-asn", false],
    ["SC", "pooled-asn", true],
    ["SG", "apbn-apbd", true],
    ["SA", "apbn-apbd", true],
    ["SC", "apbn-apbd", false],
    ["SD", "apbdes", true],
    ["SL", "apbdes", false],
    ["SC", "private", true],
  ] as const)("%s for money of %s agrees with its price: %s", (code, payer, agrees) => {
    expect(wadahAgrees(code, payer, settings)).toBe(agrees);
  });

  test("SG agrees with civil servants' money once BPJS has said that it gets no relief", () => {
    expect(wadahAgrees("SG", "pooled-asn", asPublic)).toBe(true);
    expect(wadahAgrees("SC", "pooled-asn", asPublic)).toBe(false);
  });
});

describe("a reported wage", () => {
  const first = { from: month("2026-03"), rupiah: 2_000_000 };
  const raised = { from: month("2026-09"), rupiah: 2_500_000 };

  test("holds from its month on, the first one before it as well, and without any there is no wage", () => {
    const wages = [first, raised];
    expect(wageIn(wages, month("2026-01"))).toBe(2_000_000);
    expect(wageIn(wages, month("2026-08"))).toBe(2_000_000);
    expect(wageIn(wages, month("2026-09"))).toBe(2_500_000);
    expect(wageIn([], month("2026-09"))).toBeUndefined();
  });

  test("changes no month before its own, in whatever order wages are reported", () => {
    const aMonth = fc.integer({ min: 1, max: 12 }).map((n) => month(`2026-${String(n).padStart(2, "0")}`));
    const aReport = fc.record({ from: aMonth, rupiah: fc.integer({ min: 1, max: 1e7 }) });
    fc.assert(
      fc.property(
        fc.array(aReport, { minLength: 1, maxLength: 6 }),
        aReport,
        aMonth,
        (reports, last, asked) => {
          const before = reports.reduce(reportWage, [] as ReturnType<typeof reportWage>);
          const after = reportWage(before, last);
          const expected = asked >= last.from ? last.rupiah : wageIn(before, asked);
          if (asked >= last.from || before[0]!.from <= asked) expect(wageIn(after, asked)).toBe(expected);
        },
      ),
    );
  });
});
