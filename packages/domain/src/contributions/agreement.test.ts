import { civilDate } from "#time";
import { expect, test } from "vitest";
import { groupWarnings } from "./index.ts";

const today = civilDate("2026-11-30");
const terms = { number: "15070955", agreement: "PKS/12/2026", agreedUntil: civilDate("2027-12-31") };
const asked = (over: Partial<Parameters<typeof groupWarnings>[0]>, isEmployer = false) =>
  groupWarnings({ ...terms, ...over }, { today, isEmployer });

test("an agreement is warned of from 90 days before its last day, and is over from the day after it", () => {
  expect(asked({})).toEqual([]);
  expect(asked({ agreedUntil: null })).toEqual([]);
  expect(asked({ agreedUntil: civilDate("2027-03-01") })).toEqual([]);
  expect(asked({ agreedUntil: civilDate("2027-02-28") })).toEqual(["agreement-ends"]);
  expect(asked({ agreedUntil: today })).toEqual(["agreement-ends"]);
  expect(asked({ agreedUntil: civilDate("2026-11-29") })).toEqual(["agreement-over"]);
});

test("a group of workers needs a number and an agreement, a village as employer its number alone", () => {
  const nothing = { number: null, agreement: null, agreedUntil: null };
  expect(asked(nothing)).toEqual(["number-missing", "agreement-missing"]);
  expect(asked(nothing, true)).toEqual(["number-missing"]);
});
