import { civilDate } from "#time";
import { describe, expect, test } from "vitest";
import { callBy, daysAgainst, hoursLeft, incidentKinds, reportUntil } from "./index.ts";

const on = civilDate("2026-11-29");
/** Minutes of a day of late 2026 in Asia/Jakarta as epoch milliseconds: 29 November began at 1795885200000. */
const at = (day: number, hours: number, minutes = 0) =>
  1_795_885_200_000 + (((day - 29) * 24 + hours) * 60 + minutes) * 60_000;

describe("the clock of an accident at work", () => {
  test("runs two times 24 hours to the minute, from midnight where nobody knows the hour", () => {
    expect(reportUntil({ kind: "work-accident", on, time: "14:06" })).toBe(at(31, 14, 6));
    expect(reportUntil({ kind: "work-accident-death", on, time: null })).toBe(at(31, 0));
  });

  test("runs for whatever may have been one, and not for another death", () => {
    const running = incidentKinds.filter((kind) => reportUntil({ kind, on, time: null }) !== null);
    expect(running).toEqual(["work-accident", "work-accident-death", "unsure"]);
  });

  test("counts whole hours, and says by how many it was missed", () => {
    const until = at(31, 14, 6);
    expect(hoursLeft(until, at(30, 7, 6))).toBe(31);
    expect(hoursLeft(until, at(30, 7, 7))).toBe(30);
    expect(hoursLeft(until, at(31, 14, 7))).toBe(-1);
  });
});

test("whoever reported is called by noon of the next day, as the clock of the city goes", () => {
  expect(callBy(at(29, 23, 59))).toBe(at(30, 12));
  expect(callBy(at(30, 0))).toBe(at(31, 12));
});

describe("the days of a report", () => {
  const known = { birthDate: civilDate("1980-05-01"), today: civilDate("2026-12-01") };

  test("of a death at work are two: the accident comes first, and cannot be left out", () => {
    const death = { kind: "work-accident-death", on } as const;
    expect(daysAgainst({ ...death, accidentOn: civilDate("2026-11-20") }, known)).toEqual([]);
    expect(daysAgainst({ ...death, accidentOn: null }, known)).toEqual(["accident-missing"]);
    expect(daysAgainst({ ...death, accidentOn: civilDate("2026-11-30") }, known)).toEqual([
      "accident-after-death",
    ]);
  });

  test("lie neither ahead, nor before a life, nor a generation ago", () => {
    const death = { kind: "death", accidentOn: null } as const;
    expect(daysAgainst({ ...death, on: civilDate("2026-12-02") }, known)).toEqual(["in-the-future"]);
    expect(daysAgainst({ ...death, on: civilDate("1979-01-01") }, known)).toEqual([
      "too-long-ago",
      "before-birth",
    ]);
  });
});
