import { month } from "#time";
import { describe, expect, test } from "vitest";
import { payByDay, payByDays } from "./pay-by-day.ts";

describe("the day a contribution is due", () => {
  test("is the 15th of the month itself for who pays alone, and of the next month for a village's officers", () => {
    expect(payByDay("bpu", month("2026-12"))).toBe("2026-12-15");
    expect(payByDay("pu-village", month("2026-12"))).toBe("2027-01-15");
  });

  test("is not known where no row of law covers the month", () => {
    expect(payByDay("bpu", month("2015-06"))).toBeUndefined();
  });

  test.each(Object.entries(payByDays))("for %s stands in rows with a citation", (_, rows) => {
    expect(rows.at(-1)!.until >= "2027-01").toBe(true);
    rows.forEach((row) => expect(row.source.instrument + row.source.article).toMatch(/PP .*15/));
  });
});
