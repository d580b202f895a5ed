import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDate as d } from "#time";
import { type Scholar, scholarshipCalendar, type SchoolFacts } from "./index.ts";

const on = d("2026-11-04");
const today = d("2026-12-01");

const child = (
  id: string,
  birthDate: string,
  school: SchoolFacts | null,
  more: Partial<Scholar> = {},
): Scholar => ({
  id,
  birthDate: d(birthDate),
  school,
  ended: null,
  letters: [],
  ...more,
});
const first = (more: Partial<Scholar> = {}) =>
  child("first", "2012-06-01", { level: "smp", yearOfLevel: 3, on }, more);
const second = child("second", "2019-11-20", { level: "sd", yearOfLevel: 1, on });
const calendar = (...children: Scholar[]) => scholarshipCalendar(children, { on, today, isDue: true });

describe("the scholarship calendar", () => {
  test("of two children, class 1 of primary and class 9, is 84 and 71 million, together 155", () => {
    const [nine, one] = calendar(first(), second);
    expect([one!.total, nine!.total, one!.total + nine!.total]).toEqual([
      84_000_000, 71_000_000, 155_000_000,
    ]);
    expect(
      nine!.years.map(({ year, level, amount }) => `${year} ${level} ${amount / 1e6}`).slice(0, 5),
    ).toEqual(["2026 smp 2", "2027 sma 3", "2028 sma 3", "2029 sma 3", "2030 s1 12"]);
    expect(nine!.ends).toEqual({ on: "2035-06-01", because: "turns-23" });
    expect(one!.ends).toEqual({ on: "2042-11-20", because: "turns-23" });
  });

  test("says of the third child that two are covered, and of one without cover why nothing comes", () => {
    const third = child("third", "2010-06-01", { level: "sma", yearOfLevel: 2, on });
    expect(calendar(first(), second, third).map(({ because }) => because)).toEqual([
      null,
      null,
      "third-child",
    ]);
    const without = scholarshipCalendar([second], { on, today, isDue: false });
    expect(without[0]).toMatchObject({ total: 0, because: "no-cover", nextLetter: null, ends: null });
  });

  test("wants a letter each year, the first within 90 days of the event, and knows which came", () => {
    const [each] = calendar(first({ letters: [2027] }));
    expect(each!.years.slice(0, 3).map(({ letterDueOn, letter }) => [letterDueOn, letter])).toEqual([
      ["2027-02-02", "coming"],
      ["2027-09-30", "received"],
      ["2028-09-30", "coming"],
    ]);
    expect(each!.nextLetter?.year).toBe(2026);
    const later = (day: string) =>
      scholarshipCalendar([first()], { on, today: d(day), isDue: true })[0]!.years[0]!.letter;
    expect([later("2026-12-04"), later("2027-02-02"), later("2027-02-03")]).toEqual(["due", "due", "late"]);
  });

  test("ends with marriage and with work on the day they are noted from", () => {
    const married = calendar(first({ ended: { kind: "married", on: d("2029-01-10") } }))[0]!;
    expect(married.ends).toEqual({ on: "2029-01-10", because: "married" });
    expect(married.years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
    const working = calendar(first({ ended: { kind: "working", on } }))[0]!;
    expect([working.total, working.because]).toEqual([0, "working"]);
  });

  test("takes the class of another day to the day of the event, as a school year begins in July", () => {
    const known = first({ school: { level: "sma", yearOfLevel: 1, on: d("2027-08-01") } });
    expect(calendar(known)[0]!.total).toBe(71_000_000);
    const toddler = child("small", "2023-03-01", null);
    expect(calendar(toddler)[0]!.years[0]).toMatchObject({ year: 2028, level: "tk" });
  });

  test("never pays more than 87 million for a child, never after the 23rd birthday, and sums its years", () => {
    const levels = fc.constantFrom<SchoolFacts["level"]>("tk", "sd", "smp", "sma", "s1");
    fc.assert(
      fc.property(
        levels,
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 0, max: 9000 }),
        (level, yearOfLevel, days) => {
          const birthDate = addDays(d("2003-01-01"), days);
          const [found] = calendar(child("x", birthDate, { level, yearOfLevel, on }));
          expect(found!.total).toBeLessThanOrEqual(87_000_000);
          expect(found!.years.reduce((sum, { amount }) => sum + amount, 0)).toBe(found!.total);
          const lastAge = Number(birthDate.slice(0, 4)) + 23;
          for (const { year } of found!.years) expect(year).toBeLessThanOrEqual(lastAge);
          if (found!.total > 0) expect(found!.ends!.on > on).toBe(true);
        },
      ),
    );
  });
});
