import { civilDate, addDays, firstDay, lastDay, monthOf, shiftMonth } from "#time";
import { describe, expect, test } from "vitest";
import {
  bpuDeathCover,
  bpuIncomeBrackets,
  bpuReliefs,
  villageOfficerShares,
  type RateRow,
} from "./contribution-rates.ts";

/** The day these tables were last read against their sources. Move it on only after reading them again. */
const lastRead = civilDate("2026-11-21");

const baseTables: Record<string, readonly RateRow<unknown>[]> = {
  "bpu jkk": bpuIncomeBrackets.jkk,
  "bpu jht": bpuIncomeBrackets.jht,
  "bpu jkm": bpuDeathCover,
  "pu-village jkk": villageOfficerShares.jkk,
  "pu-village jkm": villageOfficerShares.jkm,
  "pu-village jht": villageOfficerShares.jht,
};
const reliefTables = {
  transport: bpuReliefs.filter(({ value }) => value.sector === "transport"),
  other: bpuReliefs.filter(({ value }) => value.sector === "other"),
};
const everyRow = [...Object.values(baseTables).flat(), ...bpuReliefs];

describe.each(Object.entries(baseTables))("the base rate %s", (_, rows) => {
  test("has rows in the order of time, without gap or overlap", () => {
    rows.slice(1).forEach((row, index) => {
      expect(row.from).toBe(shiftMonth(rows[index]?.until ?? row.from, 1));
    });
    rows.forEach((row) => expect(row.from <= row.until).toBe(true));
  });

  test("covers the day it was last read and the 60 days after it", () => {
    const last = rows.at(-1);
    expect(last && firstDay(last.from) <= lastRead).toBe(true);
    expect(last && lastDay(last.until) >= addDays(lastRead, 60)).toBe(true);
  });

  test("begins after the months that PP 49/2020 priced at 1 % for some", () => {
    expect(rows[0]?.from).toBe("2021-02");
  });
});

describe.each(Object.entries(reliefTables))("the relief for the sector %s", (_, rows) => {
  test("has windows that do not overlap and end by law", () => {
    rows.slice(1).forEach((row, index) => expect(row.from > (rows[index]?.until ?? row.from)).toBe(true));
    rows.forEach((row) => expect([row.from <= row.until, row.ends]).toEqual([true, "law"]));
  });

  test("lies wholly inside the months the base rates cover, so that its end is a price and not an error", () => {
    rows.forEach((row) => {
      for (const base of Object.values(baseTables)) {
        expect(base.some(({ from, until }) => from <= row.from && shiftMonth(row.until, 1) <= until)).toBe(
          true,
        );
      }
    });
  });
});

test("transport has relief from January 2026 to March 2027, other sectors from April to December 2026 (PP 50/2025)", () => {
  expect(reliefTables.transport.map(({ from, until }) => [from, until])).toEqual([["2026-01", "2027-03"]]);
  expect(reliefTables.other.map(({ from, until }) => [from, until])).toEqual([["2026-04", "2026-12"]]);
});

test("the relief of the month in which the tables were last read is known", () => {
  expect(bpuReliefs.every(({ from, until }) => from <= monthOf(lastRead) && monthOf(lastRead) <= until)).toBe(
    true,
  );
});

describe.each(Object.entries({ jkk: 100, jht: 200 } as const))(
  "the income brackets of %s",
  (programme, share) => {
    const brackets = bpuIncomeBrackets[programme as "jkk" | "jht"][0]?.value ?? [];

    test("start at no income at all and rise, each strictly above the one before", () => {
      expect(brackets[0]?.incomeFromRupiah).toBe(0);
      brackets.slice(1).forEach((bracket, index) => {
        const below = brackets[index];
        expect(bracket.incomeFromRupiah).toBeGreaterThan(below?.incomeFromRupiah ?? 0);
        expect(bracket.baseRupiah).toBeGreaterThan(below?.baseRupiah ?? 0);
        expect(bracket.contribution).toBeGreaterThan(below?.contribution ?? 0);
      });
    });

    test("charge the share of their base that the law names", () => {
      brackets.forEach((bracket) => expect(bracket.contribution * 10_000).toBe(bracket.baseRupiah * share));
    });

    test("have a base that lies inside their own income, except the lowest", () => {
      brackets.slice(1).forEach((bracket, index) => {
        const next = brackets[index + 2]?.incomeFromRupiah ?? Number.POSITIVE_INFINITY;
        expect(bracket.baseRupiah).toBeGreaterThan(bracket.incomeFromRupiah);
        expect(bracket.baseRupiah).toBeLessThan(next);
      });
    });

    test("are thirty, and only the lowest is more than remembered", () => {
      expect(brackets).toHaveLength(30);
      expect(
        brackets.filter(({ mark }) => mark !== "from-memory").map(({ incomeFromRupiah }) => incomeFromRupiah),
      ).toEqual([0]);
    });
  },
);

test("the highest bracket, from 20,200,000, costs the published 207,000 and 414,000", () => {
  expect(bpuIncomeBrackets.jkk[0]?.value.at(-1)).toMatchObject({
    incomeFromRupiah: 20_200_000,
    contribution: 207_000,
  });
  expect(bpuIncomeBrackets.jht[0]?.value.at(-1)).toMatchObject({
    incomeFromRupiah: 20_200_000,
    contribution: 414_000,
  });
});

test("every row names an instrument and a place in it, and has an id of its own", () => {
  everyRow.forEach(({ source }) => {
    expect(source.instrument).toMatch(/^(PP|Permenaker) \d+\/\d{4}$/);
    expect(source.article).not.toBe("");
    expect(source.mark, "nobody has read an instrument").not.toBe("text-read");
  });
  expect(new Set(everyRow.map(({ id }) => id)).size).toBe(everyRow.length);
});
