import { civilDate } from "#time";
import { describe, expect, test } from "vitest";
import { calendarRows, decreedYears } from "./calendar-rows.ts";
import { addWorkingDays, dayOffOn, decreeOf, workingDayFrom } from "./working-day.ts";

const d = civilDate;
const stays = { jointLeaveMoves: false };
const moves = { jointLeaveMoves: true };

describe("the calendar of working days", () => {
  test("has one row a day, in order, each with a decree and a mark that claims no reading", () => {
    const days = calendarRows.map(({ on }) => on);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual(days.toSorted());
    calendarRows.forEach(({ source, name }) => {
      expect(source.instrument).toMatch(/^(SKB|Keppres) \d/);
      expect([source.mark === "text-read", name]).toEqual([false, expect.stringMatching(/\w/)]);
    });
  });

  test.each([
    [2024, 17, 10],
    [2025, 17, 10],
    [2026, 17, 8],
  ])("the decree of %i gives %i national holidays and %i days of joint leave", (year, holidays, leaves) => {
    const rows = calendarRows.filter(({ on }) => on.startsWith(String(year)));
    const count = (kind: string, decree: string) =>
      rows.filter((row) => row.kind === kind && row.source.instrument.startsWith(decree)).length;
    expect(count("national-holiday", "SKB")).toBe(holidays);
    // 18 August 2025 was added by a decree of its own.
    expect(count("joint-leave", "SKB") - count("joint-leave", "SKB 933")).toBe(leaves);
  });

  test.each([
    ["2026-05-16", "weekend"],
    ["2025-06-01", "weekend"],
    ["2026-05-14", "national-holiday"],
    ["2026-05-15", "joint-leave"],
    ["2024-04-15", "joint-leave"],
    ["2026-05-18", undefined],
  ])("%s: %s", (on, kind) => {
    expect(dayOffOn(d(on))?.kind).toBe(kind);
  });

  test("a weekend is reckoned before the first row and after the last as well", () => {
    expect([dayOffOn(d("1999-12-25"))?.kind, dayOffOn(d("2031-01-04"))?.kind]).toEqual([
      "weekend",
      "weekend",
    ]);
  });

  test("the next working day passes weekends and holidays, and joint leave only where the setting says so", () => {
    expect(workingDayFrom(d("2026-05-15"), stays).on).toBe("2026-05-15");
    const moved = workingDayFrom(d("2026-05-15"), moves);
    expect(moved.on).toBe("2026-05-18");
    expect(moved.passed.map(({ kind }) => kind)).toEqual(["joint-leave", "weekend", "weekend"]);
    expect(workingDayFrom(d("2024-09-15"), stays).on).toBe("2024-09-17");
  });

  test("counts working days after a day, past weekends, holidays and joint leave", () => {
    expect(addWorkingDays(d("2026-05-13"), 1)).toBe("2026-05-18");
    expect(addWorkingDays(d("2026-09-10"), 3)).toBe("2026-09-15");
  });

  test("is red from 1 October while next year's decree is not entered", () => {
    const next = decreedYears.at(-1)! + 1;
    expect(decreeOf(next - 1, d(`${next - 1}-11-30`))).toBe("here");
    expect(decreeOf(next, d(`${next - 1}-09-30`))).toBe("not-due");
    expect(decreeOf(next, d(`${next - 1}-10-01`))).toBe("missing");
  });
});
