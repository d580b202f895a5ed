import { civilDate as d, month as m } from "#time";
import { describe, expect, test } from "vitest";
import { type CoverEvent, type CoverInput, explainCover } from "./index.ts";

const paid = (month: string, on = `${month}-20`): CoverEvent => ({
  type: "paid",
  month: m(month),
  on: d(on),
});
const officer: CoverEvent = {
  type: "registered",
  on: d("2026-01-02"),
  segment: "pu-village",
  baseRupiah: 2_500_000,
};
const worker = (...events: CoverEvent[]): CoverInput => ({ segment: "bpu", person: {}, events });
const inOffice = [
  officer,
  { type: "accepted", on: d("2026-01-05") },
  paid("2026-01"),
  paid("2026-02"),
] as const;
const accidentOf = (on: string, ...more: CoverEvent[]) =>
  explainCover(worker(...inOffice, ...more), d(on)).ifDeath.workAccident.amount;

describe("the segment of a registration", () => {
  test("decides by when its months are paid, whatever the worker was before", () => {
    const fold = explainCover(worker(...inOffice), d("2026-04-10"));
    expect(fold).toMatchObject({ state: "due", dates: { dueOn: "2026-04-15", endsOn: null } });
    const late = explainCover(worker(...inOffice), d("2026-04-16"));
    expect(late).toMatchObject({
      state: "village-owes",
      dates: { safeRescueDay: null, lastRescueDay: null },
    });
    expect(late.owed.map(({ month }) => month)).toEqual(["2026-03"]);
  });

  test("leaves a membership that lapsed before as it was: the office opens a new one, which waits three months again", () => {
    const before: CoverEvent[] = [{ type: "accepted", on: d("2025-01-05") }, paid("2025-01")];
    const { spells, dates } = explainCover(worker(...before, ...inOffice), d("2026-03-01"));
    expect(spells.map(({ from, to }) => [from, to])).toEqual([
      ["2025-01-05", "2025-04-30"],
      ["2026-01-05", null],
    ]);
    expect(dates.fullDeathBenefitFrom).toBe("2026-04-05");
  });

  test("takes the place of a membership of one's own from its first paid month", () => {
    const own: CoverEvent[] = [{ type: "accepted", on: d("2025-11-05") }, paid("2025-11"), paid("2025-12")];
    const asked = explainCover(worker(...own, ...inOffice.slice(0, 2)), d("2026-01-10"));
    expect(asked.state).toBe("due");
    const { spells } = explainCover(worker(...own, ...inOffice), d("2026-02-28"));
    expect(spells.map(({ from, to }) => [from, to])).toEqual([
      ["2025-11-05", "2026-01-04"],
      ["2026-01-05", null],
    ]);
  });

  test("multiplies the wage of an officer for an accident, and the least base for everybody else", () => {
    expect(accidentOf("2026-02-10")).toBe(142_000_000);
  });

  test("multiplies the wage last reported before the accident, and none that is reported later", () => {
    const raised: CoverEvent = { type: "wage", on: d("2026-02-01"), baseRupiah: 3_000_000 };
    expect(accidentOf("2026-01-31", raised)).toBe(142_000_000);
    expect(accidentOf("2026-02-10", raised)).toBe(166_000_000);
    const died: CoverEvent = { type: "died", on: d("2026-02-20"), accidentOn: d("2026-01-30") };
    expect(accidentOf("2026-02-28", raised, died)).toBe(142_000_000);
  });
});

test("no age of registration is asked of an officer, whom the village registers, and it is of whoever works without a wage", () => {
  const person = { birthDate: d("1955-01-01") };
  const codesOf = (events: readonly CoverEvent[]) =>
    explainCover({ segment: "bpu", person, events: [...events] }, d("2026-02-10")).questions.map(
      ({ code }) => code,
    );
  expect(codesOf(inOffice)).not.toContain("registered-at-65-or-older");
  const { segment: _segment, ...registered } = officer;
  expect(codesOf([registered, ...inOffice.slice(1)])).toContain("registered-at-65-or-older");
});

describe("an officer who left office", () => {
  const left: CoverEvent = { type: "left", on: d("2026-02-28") };

  test("is no member from the month after, and nobody owes for those months", () => {
    const fold = explainCover(worker(...inOffice, left), d("2026-03-01"));
    expect(fold).toMatchObject({ state: "ended", owed: [], dates: { endsOn: "2026-03-01" } });
    expect(explainCover(worker(...inOffice, left), d("2026-02-28")).state).toBe("covered");
  });

  test("stays covered for a month that the village pays by its own day, after the office ended", () => {
    const { months } = explainCover(
      worker(...inOffice.slice(0, 3), left, paid("2026-02", "2026-03-14")),
      d("2026-04-01"),
    );
    expect(months.find(({ month }) => month === "2026-02")?.state).toBe("covered");
  });

  test("is paid for by mistake afterwards: the money goes back and opens no membership", () => {
    const fold = explainCover(worker(...inOffice, left, paid("2026-05")), d("2026-06-01"));
    expect(fold.refunds).toMatchObject([{ month: "2026-05", reason: "after-end" }]);
    expect(fold.spells).toHaveLength(1);
  });
});
