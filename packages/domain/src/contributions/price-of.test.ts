import * as fc from "fast-check";
import { forMonths, sumRupiah } from "#money";
import { listMonths, month, type Month } from "#time";
import { describe, expect, test } from "vitest";
import type { Programme } from "./contribution-rates.ts";
import { priceOf, type Price } from "./price-of.ts";
import type { PriceQuestion } from "./price-question.ts";

/** A worker of the lowest bracket, paid privately, in a month without relief. A test names only what it is about. */
function aQuestion(about: Partial<PriceQuestion> = {}): PriceQuestion {
  return {
    segment: "bpu",
    income: 900_000,
    payer: "private",
    sector: "other",
    month: month("2025-12"),
    ...about,
  };
}

function price(about: Partial<PriceQuestion> = {}): Price {
  const outcome = priceOf(aQuestion(about));
  if (outcome.outcome !== "priced") throw new Error(`no rate in ${outcome.month}`);
  return outcome.price;
}

function amountsOf(answer: Price): Partial<Record<Programme, number>> {
  return Object.fromEntries(answer.parts.map(({ programme, amount }) => [programme, amount]));
}

function marksOf(answer: Price): (string | undefined)[] {
  return answer.parts.map(({ sources }) => sources[0]?.mark);
}

const everyMonth = listMonths(month("2021-02"), month("2028-12"));
const anyQuestion = fc.record({
  segment: fc.constantFrom("bpu", "pu-village"),
  income: fc.oneof(fc.integer({ min: 0, max: 30_000_000 }), fc.integer({ min: 0, max: 5_000_000 })),
  payer: fc.constantFrom("private", "pooled-asn", "apbn-apbd", "apbdes"),
  sector: fc.constantFrom("transport", "other"),
  month: fc.constantFrom(...everyMonth),
  programmes: fc.subarray<Programme>(["jkk", "jkm", "jht"], { minLength: 1 }),
}) satisfies fc.Arbitrary<PriceQuestion>;

describe("worked examples", () => {
  test("a worker of the lowest bracket costs 16,800: JKK 10,000 and JKM 6,800", () => {
    expect(price().total).toBe(16_800);
    expect(amountsOf(price())).toEqual({ jkk: 10_000, jkm: 6_800 });
  });

  test("under the relief of 2026 the minimum bill is 5,000 + 3,400 = 8,400", () => {
    expect(amountsOf(price({ month: month("2026-04") }))).toEqual({ jkk: 5_000, jkm: 3_400 });
    expect(price({ month: month("2026-04") }).total).toBe(8_400);
  });

  test("three programmes cost 36,800, and the relief leaves JHT whole: 28,400", () => {
    expect(price({ programmes: ["jkk", "jkm", "jht"] }).total).toBe(36_800);
    expect(price({ programmes: ["jkk", "jkm", "jht"], month: month("2026-05") }).total).toBe(28_400);
  });

  test("the top bracket pays 207,000 for JKK and 414,000 for JHT", () => {
    expect(amountsOf(price({ income: 25_000_000, programmes: ["jkk", "jht"] }))).toEqual({
      jkk: 207_000,
      jht: 414_000,
    });
  });

  test.each([
    [2_000_000, ["jkk", "jkm"], 10_800],
    [1_000_000, ["jkk", "jkm"], 5_400],
    [1_000_000, ["jkk", "jkm", "jht"], 62_400],
    [3_400_000, ["jkk", "jkm", "jht"], 212_160],
    [2_500_000, ["jkk", "jkm", "jht"], 156_000],
    [2_152_323, ["jkk", "jkm"], 11_623],
  ] as const)(
    "a village officer on %i costs for %j %i a month (Pangkep, Klaten, Ambon)",
    (income, programmes, total) => {
      expect(price({ segment: "pu-village", payer: "apbdes", income, programmes }).total).toBe(total);
    },
  );

  test("a village officer with a wage below the minimum base pays on the base, which is a setting", () => {
    const about = { segment: "pu-village", payer: "apbdes", income: 300_000 } as const;
    expect(price(about).total).toBe(5_400);
    const settings = { "pu-village-minimum-wage-rupiah": { value: 2_000_000, confirmed: true } };
    expect(price({ ...about, settings }).total).toBe(10_800);
    expect(price({ ...about, settings }).settings).toContainEqual({
      name: "pu-village-minimum-wage-rupiah",
      value: 2_000_000,
      confirmed: true,
      mark: "from-memory",
    });
  });

  test("the calendar year 2026 costs 126,000 in other sectors, 100,800 in transport, 201,600 from public money", () => {
    const year = listMonths(month("2026-01"), month("2026-12"));
    const yearOf = (about: Partial<PriceQuestion>) =>
      sumRupiah(year.map((each) => forMonths(price({ ...about, month: each }).total, 1)));
    expect(yearOf({})).toBe(126_000);
    expect(yearOf({ sector: "transport" })).toBe(100_800);
    expect(yearOf({ payer: "apbn-apbd" })).toBe(201_600);
  });

  test.each([
    ["other", "2026-03", 16_800],
    ["other", "2026-04", 8_400],
    ["other", "2026-12", 8_400],
    ["other", "2027-01", 16_800],
    ["transport", "2025-12", 16_800],
    ["transport", "2026-01", 8_400],
    ["transport", "2027-03", 8_400],
    ["transport", "2027-04", 16_800],
  ] as const)("a privately paid worker in sector %s costs in %s %i", (sector, inMonth, total) => {
    expect(price({ sector, month: month(inMonth) }).total).toBe(total);
  });

  test.each([
    [1_099_000, 10_000],
    [1_099_999, 10_000],
    [1_100_000, 12_000],
    [2_699_999, 26_000],
    [2_700_000, 29_500],
    [5_199_999, 49_500],
    [5_200_000, 57_000],
    [20_199_999, 197_000],
    [20_200_000, 207_000],
  ])("an income of %i falls into the bracket with JKK %i, without a gap between brackets", (income, jkk) => {
    expect(amountsOf(price({ income })).jkk).toBe(jkk);
  });
});

describe("questions the law leaves open", () => {
  const inRelief = month("2026-06");

  test("village money has no relief unless the setting says that APBDes is not APBD", () => {
    expect(price({ payer: "apbdes", month: inRelief }).total).toBe(16_800);
    const settings = { "apbdes-is-apbd": { value: false, confirmed: false } };
    expect(price({ payer: "apbdes", month: inRelief, settings }).total).toBe(8_400);
  });

  test("pooled money of civil servants has the relief unless the setting says that it is not private", () => {
    expect(price({ payer: "pooled-asn", month: inRelief }).total).toBe(8_400);
    const settings = { "pooled-asn-is-private": { value: false, confirmed: false } };
    expect(price({ payer: "pooled-asn", month: inRelief, settings }).total).toBe(16_800);
  });

  test("the settings stand in every answer, unconfirmed", () => {
    expect(price().settings).toEqual([
      { name: "apbdes-is-apbd", value: true, confirmed: false, mark: "from-memory" },
      { name: "pooled-asn-is-private", value: true, confirmed: false, mark: "from-memory" },
      { name: "pu-village-minimum-wage-rupiah", value: 1_000_000, confirmed: false, mark: "from-memory" },
    ]);
  });

  test("a bracket nobody has read in the law says so in its source", () => {
    expect(marksOf(price({ income: 900_000 }))).toEqual(["reported", "reported"]);
    expect(marksOf(price({ income: 1_500_000 }))).toEqual(["from-memory", "reported"]);
  });
});

describe("sources", () => {
  test("an amount cites its base rate, and the relief law when the month lies in a window", () => {
    const [jkk, jkm] = price({ month: month("2026-06") }).parts;
    expect(jkk?.sources).toEqual([
      {
        instrument: "PP 44/2015",
        article: "Lampiran II",
        mark: "reported",
        rate: "bpu-jkk-2021-02",
        valid: { from: "2021-02-01", to: "2028-12-31", ends: "review" },
      },
      {
        instrument: "PP 50/2025",
        article: "Pasal 3 (peserta; APBN/APBD dikecualikan), Pasal 4 (50 %)",
        mark: "reported",
        rate: "bpu-relief-other-2026-04",
        valid: { from: "2026-04-01", to: "2026-12-31", ends: "law" },
      },
    ]);
    expect(jkm?.basis).toMatchObject({ kind: "flat", fullRupiah: 6_800, relief: { applies: true } });
  });

  test("public money inside a window cites the law that excludes it", () => {
    const [jkk] = price({ payer: "apbn-apbd", month: month("2026-06") }).parts;
    expect(jkk?.basis.relief).toEqual({ applies: false, because: "public-money" });
    expect(jkk?.sources.map(({ instrument }) => instrument)).toEqual(["PP 44/2015", "PP 50/2025"]);
  });
});

describe("a month no row covers has no price", () => {
  test.each(["2014-12", "2020-12", "2021-01", "2029-01", "2040-06"])("%s", (uncovered) => {
    expect(priceOf(aQuestion({ month: month(uncovered), programmes: ["jht", "jkk"] }))).toEqual({
      outcome: "no-rate",
      month: uncovered,
      programmes: ["jkk", "jht"],
    });
  });

  test("the first and the last covered month have one", () => {
    expect([price({ month: month("2021-02") }).total, price({ month: month("2028-12") }).total]).toEqual([
      16_800, 16_800,
    ]);
  });
});

describe("an impossible question is refused", () => {
  test.each([-1, 0.5, Number.NaN])("an income of %d", (income) => {
    expect(() => priceOf(aQuestion({ income }))).toThrow(RangeError);
  });

  test("no programmes", () => {
    expect(() => priceOf(aQuestion({ programmes: [] }))).toThrow(RangeError);
  });
});

describe("whatever is asked", () => {
  test("amounts are whole rupiah above zero and add up to the total, one part per programme asked", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const answer = price(question);
        answer.parts.forEach(({ amount }) => expect(Number.isSafeInteger(amount) && amount > 0).toBe(true));
        expect(sumRupiah(answer.parts.map(({ amount }) => amount))).toBe(answer.total);
        expect(answer.parts.map(({ programme }) => programme).toSorted()).toEqual(
          question.programmes.toSorted(),
        );
      }),
    );
  });

  test("a higher income never costs less", () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 0, max: 3_000_000 }), (question, more) => {
        expect(price({ ...question, income: question.income + more }).total).toBeGreaterThanOrEqual(
          price(question).total,
        );
      }),
    );
  });

  test("each programme is either full or exactly half, a half rupiah rounded up", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        price(question).parts.forEach(({ amount, basis }) => {
          expect(amount).toBe(basis.relief.applies ? Math.ceil(basis.fullRupiah / 2) : basis.fullRupiah);
        });
      }),
    );
  });

  test("JHT, village officers and money from APBN or APBD are never relieved", () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        for (const { programme, basis } of price(question).parts) {
          const isExcluded =
            programme === "jht" || question.segment === "pu-village" || question.payer === "apbn-apbd";
          if (isExcluded) expect(basis.relief.applies).toBe(false);
        }
      }),
    );
  });

  test("private JKK and JKM are relieved in the months of the window and in no other", () => {
    const window: Record<string, [Month, Month]> = {
      transport: [month("2026-01"), month("2027-03")],
      other: [month("2026-04"), month("2026-12")],
    };
    for (const sector of ["transport", "other"] as const) {
      for (const each of everyMonth) {
        const [from, until] = window[sector] ?? [each, each];
        const isInside = from <= each && each <= until;
        expect(price({ sector, month: each }).parts.map(({ basis }) => basis.relief.applies)).toEqual([
          isInside,
          isInside,
        ]);
      }
    }
  });

  test("asking for a programme twice or in another order changes nothing", () => {
    expect(price({ programmes: ["jkm", "jkk", "jkm"] })).toEqual(price());
  });
});
