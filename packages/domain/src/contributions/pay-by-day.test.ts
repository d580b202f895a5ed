import { month } from "#time";
import { describe, expect, test } from "vitest";
import { earliestPayByDay, explainPayByDay, payByDay, payByDays } from "./pay-by-day.ts";

describe("the day a contribution is due", () => {
  test("is the 15th of the month itself for who pays alone, and of the next month for a village's officers", () => {
    expect(payByDay("bpu", month("2026-12"))).toBe("2026-12-15");
    expect(payByDay("pu-village", month("2026-12"))).toBe("2027-01-15");
  });

  test.each([
    ["bpu", "2026-08", "2026-08-18"], // a Saturday, then a holiday on Monday
    ["bpu", "2025-06", "2025-06-16"], // a Sunday
    ["bpu", "2024-09", "2024-09-17"], // a Sunday before a holiday
    ["pu-village", "2026-10", "2026-11-16"], // a Sunday of the month after
  ] as const)("%s for %s is moved to %s", (segment, of, dueOn) => {
    expect(payByDay(segment, month(of))).toBe(dueOn);
  });

  test("May 2026 is due on Friday the 15th, a day of joint leave, or on the 18th by the setting; alarms take the 15th", () => {
    const moving = { "joint-leave-moves-due-day": { value: true, confirmed: false } };
    expect(explainPayByDay("bpu", month("2026-05"))).toEqual({ dueOn: "2026-05-15", movedBecause: [] });
    const moved = explainPayByDay("bpu", month("2026-05"), moving);
    expect(moved?.dueOn).toBe("2026-05-18");
    expect(moved?.movedBecause.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      "2026-05-15 joint-leave",
      "2026-05-16 weekend",
      "2026-05-17 weekend",
    ]);
    expect(earliestPayByDay("bpu", month("2026-05"))).toBe("2026-05-15");
  });

  test("is not known where no row of law covers the month", () => {
    expect(payByDay("bpu", month("2015-06"))).toBeUndefined();
  });

  test.each(Object.entries(payByDays))("for %s stands in rows with a citation", (_, rows) => {
    expect(rows.at(-1)!.until >= "2027-01").toBe(true);
    rows.forEach((row) => expect(row.source.instrument + row.source.article).toMatch(/PP .*15/));
  });
});
