import { defaultPriceSettings } from "#contributions";
import { civilDate, month } from "#time";
import { describe, expect, test } from "vitest";
import {
  type CappedMandates,
  capShortfalls,
  type LawRow,
  lawWarnings,
  listLawRows,
  neededOf,
  previewPrices,
} from "./index.ts";

const rows = listLawRows();
const told = (on: string, of: readonly LawRow[] = rows) =>
  lawWarnings(of, civilDate(on)).map((each) =>
    each.kind === "decree-missing" ? `${each.kind} ${each.year}` : `${each.kind} ${each.row.id}`,
  );

describe("the rows of law", () => {
  test("have each an id, a window, an instrument with a place in it, and a mark that claims no reading", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    rows.forEach(({ from, until, source }) => {
      expect(from < until).toBe(true);
      expect([source.instrument, source.article].includes("")).toBe(false);
      expect(source.mark).not.toBe("text-read");
    });
  });

  test("follow each other within a subject without overlap", () => {
    for (const of of Map.groupBy(rows, ({ subject }) => subject).values())
      of.slice(1).forEach(({ from }, at) => expect(from > of[at]!.until).toBe(true));
  });

  test("are contributions, relief, base, pay-by days, benefits, waiting periods and the calendar", () => {
    const subjects = new Set(rows.map(({ subject }) => subject));
    expect([...subjects]).toEqual(
      expect.arrayContaining([
        "bpu-jkk",
        "bpu-jkm",
        "relief-other",
        "bpu-minimum-base",
        "pay-by-pu-village",
        "death-full",
        "death-waiting",
        "scholarship-months",
        "transport-sea",
        "calendar",
      ]),
    );
    expect(rows.filter(({ subject }) => subject === "death-waiting").map(({ amount }) => amount)).toEqual([
      { unit: "months", value: 0 },
      { unit: "months", value: 3 },
    ]);
  });
});

describe("what is red", () => {
  test("is a window from 60 days before its end, and no longer than its last day where the law ends it", () => {
    expect(told("2026-10-31")).not.toContain("ends-by-law bpu-relief-other-2026-04");
    expect(told("2026-11-01")).toContain("ends-by-law bpu-relief-other-2026-04");
    expect(told("2026-12-31")).toContain("ends-by-law bpu-relief-other-2026-04");
    expect(told("2027-01-01")).not.toContain("ends-by-law bpu-relief-other-2026-04");
  });

  test("is no window that a later row of the same subject takes on", () => {
    const ending = rows.find(({ id }) => id === "bpu-relief-other-2026-04")!;
    const next = { ...ending, id: "next", from: civilDate("2027-01-01"), until: civilDate("2027-12-31") };
    expect(told("2026-12-01", [ending, next])).toEqual(["decree-missing 2027"]);
  });

  test("stays red after the end where only our reading ended, as there is no price any more", () => {
    expect(told("2029-03-01")).toContain("must-be-read bpu-jkm-2021-02");
  });

  test("is next year's decree of days off, from 1 October on", () => {
    expect(told("2026-09-30").filter((each) => each.startsWith("decree"))).toEqual([]);
    expect(told("2026-10-01")).toContain("decree-missing 2027");
    expect(told("2027-02-01")).toContain("decree-missing 2027");
  });
});

describe("the preview of prices", () => {
  const preview = previewPrices({
    from: month("2026-11"),
    months: 18,
    income: 900_000,
    settings: defaultPriceSettings,
  });
  const line = (payer: string, sector: string) =>
    preview.lines.find((each) => each.payer === payer && each.sector === sector);

  test("tells 18 months in as many spans as there are prices", () => {
    expect(preview.spans).toEqual([
      { from: "2026-11", until: "2026-12" },
      { from: "2027-01", until: "2027-03" },
      { from: "2027-04", until: "2028-04" },
    ]);
    expect(line("private", "other")?.amounts).toEqual([8_400, 16_800, 16_800]);
    expect(line("private", "transport")?.amounts).toEqual([8_400, 8_400, 16_800]);
  });

  test("sums the calendar year 2026 to 126,000, in transport 100,800, from public money 201,600", () => {
    expect(preview.years).toEqual([2026, 2027, 2028]);
    expect(line("private", "other")?.yearSums[0]).toBe(126_000);
    expect(line("private", "transport")?.yearSums[0]).toBe(100_800);
    expect(line("apbn-apbd", "every")?.yearSums[0]).toBe(201_600);
    expect(line("apbdes", "every")?.yearSums[0]).toBe(201_600);
  });

  test("has no amount for months without law, and no sum for a year with such a month", () => {
    const late = previewPrices({
      from: month("2028-12"),
      months: 2,
      income: 900_000,
      settings: defaultPriceSettings,
    });
    expect(late.lines[0]).toMatchObject({ amounts: [16_800, null], yearSums: [201_600, null] });
  });
});

const fixed = (over: Partial<CappedMandates> = {}): CappedMandates => ({
  office: "BKPSDM",
  mandates: 1_200,
  capRupiah: 8_400,
  workers: { other: 1, transport: 0 },
  ...over,
});

describe("mandates against the price of a month", () => {
  const january = { other: 16_800, transport: 8_400 };

  test("1,200 mandates fixed at 8,400 fall short by 10,080,000 in January 2027", () => {
    expect(capShortfalls([fixed()], january).total).toEqual({
      mandates: 1_200,
      enough: 0,
      short: 1_200,
      shortRupiah: 10_080_000,
    });
  });

  test("one whose cap allows the new price falls short by nothing, and a driver's sponsor pays the old price until March", () => {
    const mandates = [
      fixed({ mandates: 3, capRupiah: 16_800 }),
      fixed({ mandates: 2, workers: { other: 0, transport: 1 } }),
      fixed({ mandates: 1, capRupiah: 20_000, workers: { other: 1, transport: 1 } }),
    ];
    expect(capShortfalls(mandates, january).total).toEqual({
      mandates: 6,
      enough: 5,
      short: 1,
      shortRupiah: 5_200,
    });
    expect(neededOf(mandates[2]!, january)).toBe(25_200);
  });

  test("are added up by office, the one that lacks most first", () => {
    const mandates = [fixed({ office: "A", mandates: 2 }), fixed({ office: "B", mandates: 5 })];
    expect(
      capShortfalls(mandates, january).offices.map(({ office, shortRupiah }) => [office, shortRupiah]),
    ).toEqual([
      ["B", 42_000],
      ["A", 16_800],
    ]);
  });
});
