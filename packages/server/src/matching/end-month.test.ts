import { civilDate, month } from "@tuwai/domain/time";
import { expect, test } from "vitest";
import { endMonthOf } from "./end-month.ts";

test("up to the lock day a stop counts for the month itself, after it for the next", () => {
  expect(endMonthOf(civilDate("2026-11-20"), { lockDay: 20, owed: null })).toBe("2026-11");
  expect(endMonthOf(civilDate("2026-11-21"), { lockDay: 20, owed: null })).toBe("2026-12");
  expect(endMonthOf(civilDate("2026-12-31"), { lockDay: 20, owed: null })).toBe("2027-01");
});

test("a month that is owed to BPJS already stays owed", () => {
  expect(endMonthOf(civilDate("2026-11-05"), { lockDay: 20, owed: month("2026-12") })).toBe("2027-01");
  expect(endMonthOf(civilDate("2026-11-05"), { lockDay: 20, owed: month("2026-06") })).toBe("2026-11");
});
