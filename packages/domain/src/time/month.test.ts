import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./civil-date.ts";
import {
  firstDay,
  lastDay,
  listMonths,
  month,
  monthAtIndex,
  monthIndex,
  monthOf,
  monthsBetween,
  parseMonth,
  shiftMonth,
} from "./month.ts";

const anyMonth = fc.integer({ min: 12, max: 119_987 }).map(monthAtIndex);

test.each(["2026-13", "2026-00", "0000-05", "2026-1", "202601", "2026-01-01", ""])(
  "%j is no month",
  (text) => {
    expect(parseMonth(text)).toBeUndefined();
    expect(() => month(text)).toThrow(RangeError);
  },
);

test("a month survives writing and reading", () => {
  fc.assert(
    fc.property(anyMonth, (each) => {
      expect(parseMonth(each)).toBe(each);
      expect(monthAtIndex(monthIndex(each))).toBe(each);
    }),
  );
});

test("the day after the last day of a month is the first day of the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: 12, max: 119_986 }).map(monthAtIndex), (each) => {
      expect(addDays(lastDay(each), 1)).toBe(firstDay(shiftMonth(each, 1)));
      expect(monthOf(firstDay(each))).toBe(each);
      expect(monthOf(lastDay(each))).toBe(each);
    }),
  );
});

test("shifting and counting months are inverse, and keep the order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5_000, max: 100_000 }),
      fc.integer({ min: -4_000, max: 4_000 }),
      (index, count) => {
        const from = monthAtIndex(index);
        const to = shiftMonth(from, count);
        expect(monthsBetween(from, to)).toBe(count);
        expect([to > from, to < from]).toEqual([count > 0, count < 0]);
      },
    ),
  );
});

test("months are listed with both ends, and none when the end is earlier", () => {
  expect(listMonths(month("2026-11"), month("2027-02"))).toEqual([
    "2026-11",
    "2026-12",
    "2027-01",
    "2027-02",
  ]);
  expect(listMonths(month("2026-11"), month("2026-11"))).toEqual(["2026-11"]);
  expect(listMonths(month("2026-11"), month("2026-10"))).toEqual([]);
});

test("a month outside the years 0001 to 9999 is refused", () => {
  expect(() => shiftMonth(month("9999-12"), 1)).toThrow(RangeError);
  expect(() => shiftMonth(month("0001-01"), -1)).toThrow(RangeError);
  expect(() => monthAtIndex(100.5)).toThrow(RangeError);
});
