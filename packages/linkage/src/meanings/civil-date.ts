import type { Call, Expression } from "#expression";
import { and, or } from "#expression";

/** A date as the number YYYYMMDD from ISO, YYYYMMDD or day-first text; null when it is no real day. */
export function dateNumber(text: Expression): Call {
  const part = (pattern: string, group: number): Call => ["integer", ["regex-extract", text, pattern, group]];
  const iso = "^([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})";
  const compact = "^([0-9]{4})([0-9]{2})([0-9]{2})$";
  const dayFirst = "^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})";
  const is = (pattern: string): Call => ["regex-test", text, pattern];
  const of = (pattern: string, [year, month, day]: readonly [number, number, number]) =>
    validDate(part(pattern, year), part(pattern, month), part(pattern, day));
  return [
    "case",
    is(iso),
    of(iso, [1, 2, 3]),
    is(compact),
    of(compact, [1, 2, 3]),
    is(dayFirst),
    of(dayFirst, [3, 2, 1]),
    null,
  ];
}

/** Digits of a fixed-width number, as an integer. */
export const digits = (number: Expression, from: number, count: number): Call => [
  "integer",
  ["substring", number, from, count],
];

/** YYYYMMDD of a real day, else null. */
export function validDate(year: Expression, month: Expression, day: Expression): Call {
  const leap = or(and(["=", ["%", year, 4], 0], ["<>", ["%", year, 100], 0]), ["=", ["%", year, 400], 0]);
  const thirtyDays = or(["=", month, 4], ["=", month, 6], ["=", month, 9], ["=", month, 11]);
  const february: Call = ["case", leap, 29, 28];
  const lastDay: Call = ["case", ["=", month, 2], february, thirtyDays, 30, 31];
  const real = and(
    [">=", month, 1],
    ["<=", month, 12],
    [">=", day, 1],
    ["<=", day, lastDay],
    [">=", year, 1850],
  );
  return ["case", real, ["+", ["*", year, 10000], ["*", month, 100], day], null];
}
