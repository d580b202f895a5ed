import { civilDate, listMonths, month } from "#time";
import { describe, expect, test } from "vitest";
import type { CoverEvent } from "./cover-event.ts";
import { explainCover } from "./explain-cover.ts";

const paid = (of: string, on: string, amount?: number): CoverEvent => ({
  type: "paid",
  month: month(of),
  on: civilDate(on),
  payer: "private",
  amount,
});
const toMay: readonly CoverEvent[] = [
  { type: "registered", on: civilDate("2026-02-05"), payer: "private" },
  { type: "accepted", on: civilDate("2026-02-10") },
  ...listMonths(month("2026-02"), month("2026-05")).map((of) => paid(of, `${of}-10`)),
];
const owed = (on: string, ...more: CoverEvent[]) =>
  explainCover({ segment: "bpu", person: {}, events: [...toMay, ...more] }, civilDate(on)).owed.map(
    ({ month: of, paid: part }) => `${of} ${part}`,
  );

describe("the months owed, paid to May 2026", () => {
  test("are none until the pay-by day of June has gone by", () => {
    expect(owed("2026-06-15")).toEqual([]);
    expect(owed("2026-06-16")).toEqual(["2026-06 0"]);
  });

  test("reach the month of today, which a later month owes at once", () => {
    expect(owed("2026-08-01")).toEqual(["2026-06 0", "2026-07 0", "2026-08 0"]);
  });

  test("say what was paid of a month short of its price", () => {
    expect(owed("2026-06-20", paid("2026-06", "2026-06-12", 5_000))).toEqual(["2026-06 5000"]);
  });

  test("begin after the latest paid month, and are none once membership is over or the worker has died", () => {
    expect(owed("2026-08-01", paid("2026-07", "2026-07-10"))).toEqual([]);
    expect(owed("2026-08-20", paid("2026-07", "2026-07-10"))).toEqual(["2026-08 0"]);
    expect(owed("2026-09-01")).toEqual([]);
    expect(owed("2026-08-01", { type: "died", on: civilDate("2026-07-20"), cause: "natural" })).toEqual([]);
  });
});
