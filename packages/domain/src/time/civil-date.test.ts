import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  ageOn,
  civilDate,
  daysBetween,
  daysInMonth,
  jakartaDate,
  parseCivilDate,
} from "./civil-date.ts";

const dayZero = civilDate("1970-01-01");
/** Days from 1600 to 2400: more than one full 400-year cycle on both sides of 2000. */
const anyDate = fc.integer({ min: -135_140, max: 157_054 }).map((days) => addDays(dayZero, days));

describe("reading a date", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "0000-01-01",
    "2026-1-1",
    "26-01-01",
    " 2026-01-01",
    "2026-01-01T00:00",
    "",
  ])("%j is no calendar date", (text) => {
    expect(parseCivilDate(text)).toBeUndefined();
    expect(() => civilDate(text)).toThrow(RangeError);
  });

  test.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])("%s is a calendar date", (text) => {
    expect(parseCivilDate(text)).toBe(text);
  });

  test("1900 was no leap year and 2000 was", () => {
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2)]).toEqual([28, 29]);
  });
});

describe("arithmetic", () => {
  test("every day produced is a date that can be read back", () => {
    fc.assert(fc.property(anyDate, (date) => parseCivilDate(date) === date));
  });

  test("adding days and counting them are inverse", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200_000, max: 200_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test("the next day is later, by its text", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = addDays(date, 1);
        expect(next > date).toBe(true);
      }),
    );
  });

  test("walking day by day through 400 years meets the 146,097 days of the Gregorian cycle", () => {
    expect(daysBetween(civilDate("1600-03-01"), civilDate("2000-03-01"))).toBe(146_097);
  });

  test("adding months keeps the day, or takes the last day of a shorter month", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2_000, max: 2_000 }), (date, months) => {
        const moved = addMonths(date, months);
        const [year, month, day] = moved.split("-").map(Number) as [number, number, number];
        const before = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(year * 12 + month - before).toBe(months);
        expect(day).toBe(Math.min(Number(date.slice(8)), daysInMonth(year, month)));
      }),
    );
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2025-11-30", 3, "2026-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2025-04-24", 3, "2025-07-24"],
    ["2025-12-05", -12, "2024-12-05"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(civilDate(date), months)).toBe(expected);
  });

  test("a date past the year 9999 is refused instead of misspelt", () => {
    expect(() => addDays(civilDate("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addMonths(civilDate("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(dayZero, 0.5)).toThrow(RangeError);
  });
});

describe("age", () => {
  test.each([
    ["1973-02-01", "2038-01-31", 64],
    ["1973-02-01", "2038-02-01", 65],
    ["2000-02-29", "2021-02-28", 20],
    ["2000-02-29", "2021-03-01", 21],
    ["2000-02-29", "2024-02-29", 24],
  ])("someone born %s is on %s %i years old", (birthDate, on, age) => {
    expect(ageOn(civilDate(birthDate), civilDate(on))).toBe(age);
  });
});

describe("the business date in Jakarta", () => {
  test.each([
    [0, "1970-01-01"],
    [1_767_200_399_999, "2025-12-31"],
    [1_767_200_400_000, "2026-01-01"],
    [-25_200_001, "1969-12-31"],
  ])("instant %i falls on %s", (epochMillis, expected) => {
    expect(jakartaDate(epochMillis)).toBe(expected);
  });
});
