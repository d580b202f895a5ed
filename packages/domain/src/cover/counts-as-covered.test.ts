import * as fc from "fast-check";
import { payByDay } from "#contributions";
import { addDays, civilDate, listMonths, month, monthOf, shiftMonth } from "#time";
import { describe, expect, test } from "vitest";
import type { CoverEvent, CoverInput } from "./cover-event.ts";
import { explainCover } from "./explain-cover.ts";

const d = civilDate;
const accepted: CoverEvent = { type: "accepted", on: d("2025-04-24") };
const paid = (of: string): CoverEvent => ({ type: "paid", month: month(of), on: d(`${of}-24`) });
const paidFromTo = (from: string, to: string) => listMonths(month(from), month(to)).map((each) => paid(each));
const listed = (status: "active" | "inactive", asOf: string): CoverEvent => ({
  type: "listed",
  status,
  asOf: d(asOf),
});
const aWorker = (...events: CoverEvent[]): CoverInput => ({ segment: "bpu", person: {}, events });
const anOfficer = (...events: CoverEvent[]): CoverInput => ({ segment: "pu-village", person: {}, events });
const answer = (input: CoverInput, on: string) => {
  const { countsAsCovered, standsBeside } = explainCover(input, d(on));
  return [countsAsCovered, standsBeside];
};

describe("a worker paid through July", () => {
  test.each([
    ["2025-04-23", false, null],
    ["2025-07-31", true, null],
    ["2025-08-01", true, null],
    ["2025-08-15", true, null],
    ["2025-08-16", false, "grace"],
    ["2025-09-01", false, "grace"],
    ["2025-10-31", false, "grace"],
    ["2025-11-01", false, null],
  ])("on %s counts as covered: %s, beside the figure as: %s", (on, counts, beside) => {
    expect(answer(aWorker(accepted, ...paidFromTo("2025-04", "2025-07")), on)).toEqual([counts, beside]);
  });

  test("is counted again once a later month is paid, and never for a month that was skipped", () => {
    const skipped = aWorker(accepted, ...paidFromTo("2025-04", "2025-07"), paid("2025-09"));
    expect(answer(skipped, "2025-08-20")).toEqual([false, "grace"]);
    expect(answer(skipped, "2025-09-25")).toEqual([true, null]);
  });

  test("is counted until the day of death and stands nowhere after it", () => {
    const died: CoverEvent = { type: "died", on: d("2025-06-10") };
    const input = aWorker(accepted, ...paidFromTo("2025-04", "2025-07"), died);
    expect(answer(input, "2025-06-09")).toEqual([true, null]);
    expect(answer(input, "2025-06-10")).toEqual([false, null]);
  });
});

test("a village's officers paid through July count until the 15th of September, when August is due", () => {
  const input = anOfficer(accepted, ...paidFromTo("2025-04", "2025-07"));
  expect(answer(input, "2025-09-15")).toEqual([true, null]);
  expect(answer(input, "2025-09-16")).toEqual([false, "grace"]);
});

test("accepted and never paid waits for the first payment, also before the pay-by day", () => {
  const input = aWorker({ type: "registered", on: d("2025-04-20") }, accepted);
  expect(answer(input, "2025-04-24")).toEqual([false, "waiting-first-payment"]);
  expect(answer(input, "2025-05-10")).toEqual([false, "waiting-first-payment"]);
  expect(answer(input, "2025-06-30")).toEqual([false, "waiting-first-payment"]);
  expect(answer(input, "2025-08-01")).toEqual([false, "waiting-first-payment"]);
});

test("registered and not answered is neither inside nor beside", () => {
  expect(answer(aWorker({ type: "registered", on: d("2025-04-20") }), "2025-04-24")).toEqual([false, null]);
});

describe("who stands on a list of BPJS only", () => {
  test("is not counted, whatever the list says, as it names members in arrears as active too", () => {
    expect(answer(aWorker(listed("active", "2025-04-30")), "2025-04-30")).toEqual([false, "list-only"]);
    expect(answer(aWorker(listed("active", "2025-04-30")), "2025-12-31")).toEqual([false, "list-only"]);
  });

  test("stands nowhere once a later list says inactive, and is counted once a payment is known", () => {
    const left = aWorker(listed("active", "2025-04-30"), listed("inactive", "2025-06-30"));
    expect(answer(left, "2025-06-30")).toEqual([false, null]);
    expect(answer(aWorker(listed("active", "2025-04-30"), paid("2025-05")), "2025-05-31")).toEqual([
      true,
      null,
    ]);
  });
});

test("nobody is ever inside and beside, and whoever is counted has paid the month or the one before", () => {
  const start = d("2025-01-01");
  const day = fc.nat(500).map((days) => addDays(start, days));
  const paidMonth = fc.nat(16).map((count) => shiftMonth(monthOf(start), count));
  const event: fc.Arbitrary<CoverEvent> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant("paid"), month: paidMonth, on: day }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom("accepted", "registered"), on: day }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("listed"),
        status: fc.constantFrom("active", "inactive"),
        asOf: day,
      }),
    },
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), day, (events, on) => {
      const { countsAsCovered, standsBeside, state } = explainCover(aWorker(...events), on);
      if (!countsAsCovered) return;
      const months = new Set(
        events.flatMap((each) => (each.type === "paid" && each.on <= on ? [each.month] : [])),
      );
      const isPaid = (back: number) => months.has(shiftMonth(monthOf(on), -back));
      expect(isPaid(0) || (isPaid(1) && on <= payByDay("bpu", monthOf(on))!)).toBe(true);
      expect([standsBeside, ["covered", "due"].includes(state)]).toEqual([null, true]);
    }),
  );
});
