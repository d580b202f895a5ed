import { defaultCoverSettings, explainCover, fullMonths, type CoverEvent, type CoverSettings } from "#cover";
import { civilDate, lastDay, listMonths, month } from "#time";
import { expect, test } from "vitest";
import { explainGrant } from "./explain-grant.ts";

const paidFromTo = (from: string, to: string): CoverEvent[] =>
  listMonths(month(from), month(to)).map((each) => ({
    type: "paid",
    month: each,
    on: civilDate(`${each}-01`),
    payer: "private",
  }));
const memberSince = (on: string, ...events: CoverEvent[]): CoverEvent[] => [
  { type: "registered", on: civilDate(on) },
  { type: "accepted", on: civilDate(on) },
  ...events,
];
const full = (events: CoverEvent[], on: string, settings: Partial<CoverSettings> = {}) =>
  fullMonths(
    explainCover(
      { segment: "bpu", person: { birthDate: civilDate("1973-02-01") }, events },
      civilDate(on),
      settings,
    ),
  );

test.each([3, 4, 12])(
  "a new member's %i paid months hold as many with full cover as the grant that paid them was said to buy",
  (months) => {
    const all = listMonths(month("2026-01"), month("2026-12")).slice(0, months);
    const found = full(
      memberSince("2026-01-01", ...paidFromTo("2026-01", all.at(-1)!)),
      lastDay(all.at(-1)!),
    );
    const grant = explainGrant({ months, from: month("2026-01"), payer: "private", sector: "other" });
    expect(found.length).toBe(grant!.fullCoverMonths);
  },
);

test("an unpaid month is none, a month after a lapse counts from the new membership on, and what is to come is not bought yet", () => {
  const gap = memberSince(
    "2026-01-01",
    ...paidFromTo("2026-01", "2026-05"),
    ...paidFromTo("2026-07", "2026-07"),
  );
  expect(full(gap, "2026-07-31")).toEqual(["2026-04", "2026-05", "2026-07"]);
  const again = [
    ...memberSince("2025-09-01", ...paidFromTo("2025-09", "2026-01")),
    ...memberSince("2026-06-01", ...paidFromTo("2026-06", "2026-12")),
  ];
  expect(full(again, "2026-10-31")).toEqual(["2025-12", "2026-01", "2026-09", "2026-10"]);
});

test("where paid months count, three have to be paid before", () => {
  const gap = memberSince(
    "2026-01-01",
    ...paidFromTo("2026-01", "2026-01"),
    ...paidFromTo("2026-03", "2026-06"),
  );
  const counts = { "full-death-benefit-counts": { value: "paid" as const, confirmed: false } };
  expect(full(gap, "2026-06-30", { ...defaultCoverSettings, ...counts })).toEqual(["2026-05", "2026-06"]);
  expect(full(gap, "2026-06-30")).toEqual(["2026-04", "2026-05", "2026-06"]);
});
