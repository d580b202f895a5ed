import * as fc from "fast-check";
import { civilDate, listMonths, month, monthAtIndex, monthIndex, shiftMonth } from "#time";
import { describe, expect, test } from "vitest";
import {
  fundOutlook,
  type FundPeriod,
  fundSourcesOf,
  handOver,
  payerKinds,
  payersOfMonth,
  reasonAgainstHandOver,
  reasonsAgainstPeriod,
  reservationState,
  sumMonths,
  takeBack,
  type Turn,
} from "./index.ts";

const today = civilDate("2026-11-21");
const january = monthIndex(month("2026-01"));
const anyMonth = fc.integer({ min: january, max: january + 30 }).map(monthAtIndex);
const aPeriod = (fromMonth: string, lastMonth: string): FundPeriod => ({
  fromMonth: month(fromMonth),
  lastMonth: month(lastMonth),
  budgetRupiah: 1_000_000,
  heads: 10,
});

/** A chain of payers of one worker, each ended where the next began; the last is open. */
const chain = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 }).map((lengths) => {
  const turns: Turn[] = [];
  let from = month("2026-01");
  lengths.forEach((length, n) => {
    const until = shiftMonth(from, length);
    turns.push({
      enrolmentId: `e${n}`,
      payerId: `p${n}`,
      state: "ended",
      fromMonth: from,
      untilMonth: until,
    });
    from = until;
  });
  const open = { enrolmentId: "open", payerId: "p-open", state: "accepted" as const };
  return { past: turns, open: { ...open, fromMonth: from, untilMonth: null } };
});
const months = listMonths(month("2026-01"), month("2028-12"));
const next = { payerId: "p-new", enrolmentId: "e-new" };

describe("a hand-over", () => {
  test("leaves every month with as many payers as before, one at most, and changes none before its month", () => {
    fc.assert(
      fc.property(chain, anyMonth, ({ past, open }, from) => {
        const before = [...past, open];
        const { ended, begun } = handOver(open, from, next);
        const after = [...past, ended, begun!];
        for (const each of months) {
          const [was, is] = [payersOfMonth(before, each), payersOfMonth(after, each)];
          expect(is.length).toBe(was.length);
          expect(is.length).toBeLessThanOrEqual(1);
          if (each < from) expect(is).toEqual(was);
          else if (each >= open.fromMonth) expect(is).toEqual(["p-new"]);
        }
      }),
    );
  });

  test("taken back, everything is exactly as it was: the turn itself, and whose every month is", () => {
    fc.assert(
      fc.property(
        chain,
        anyMonth,
        fc.constantFrom("ready" as const, "accepted" as const),
        fc.boolean(),
        ({ past, open: accepted }, from, state, isTakenOver) => {
          const open = { ...accepted, state };
          const handed = handOver(open, from, isTakenOver ? next : null);
          const { ended, begun } = takeBack(handed, state);
          expect(ended).toEqual(open);
          const after = [...past, ended, ...(begun === null ? [] : [begun])];
          for (const each of months)
            expect(payersOfMonth(after, each)).toEqual(payersOfMonth([...past, open], each));
        },
      ),
    );
  });

  test("of what was not sent, the former payer never began", () => {
    const ready = { enrolmentId: "e", payerId: "p", state: "ready" as const };
    const turn = { ...ready, fromMonth: month("2026-12"), untilMonth: null };
    expect(handOver(turn, month("2027-01"), next).ended.untilMonth).toBe("2026-12");
  });

  test.each([
    [{ state: "accepted", segment: "bpu", isSponsored: false }, null],
    [{ state: "sent", segment: "bpu", isSponsored: false }, "at-bpjs"],
    [{ state: "in-packet", segment: "bpu", isSponsored: false }, "at-bpjs"],
    [{ state: "ended", segment: "bpu", isSponsored: false }, "not-open"],
    [{ state: "accepted", segment: "pu-village", isSponsored: false }, "village-officer"],
    [{ state: "accepted", segment: "bpu", isSponsored: true }, "sponsored"],
  ] as const)("of %o is refused for %s", (turn, reason) => {
    expect(reasonAgainstHandOver(turn)).toBe(reason);
  });
});

describe("how long promised money reaches", () => {
  const year = aPeriod("2026-01", "2026-12");
  test.each([
    { periods: [], workers: 5, found: ["open", null, null] },
    { periods: [year], workers: 5, found: ["ends-soon", "2026-12-31", "2027-01"] },
    { periods: [year], workers: 0, found: ["running", "2026-12-31", null] },
    { periods: [aPeriod("2027-01", "2027-12"), year], workers: 5, found: ["running", "2027-12-31", null] },
    {
      periods: [year, aPeriod("2027-02", "2027-12")],
      workers: 5,
      found: ["ends-soon", "2026-12-31", "2027-01"],
    },
    { periods: [aPeriod("2026-01", "2026-10")], workers: 5, found: ["over", "2026-10-31", "2026-11"] },
    { periods: [aPeriod("2027-01", "2027-12")], workers: 5, found: ["ahead", null, null] },
  ])("for $workers workers with $periods: $found", ({ periods, workers, found }) => {
    const { state, endsOn, handOverFrom } = fundOutlook(periods, workers, today);
    expect([state, endsOn, handOverFrom]).toEqual(found);
  });

  test("somebody is asked at least sixty days before the end, whatever the day", () => {
    const period = [aPeriod("2026-01", "2026-12")];
    expect(fundOutlook(period, 1, civilDate("2026-11-01")).state).toBe("ends-soon");
    expect(fundOutlook(period, 1, civilDate("2026-10-02")).state).toBe("ends-soon");
    expect(fundOutlook(period, 1, civilDate("2026-09-30")).state).toBe("running");
  });

  test("two periods of one payer never overlap, and each has money for somebody", () => {
    const standing = [aPeriod("2026-01", "2026-06")];
    expect(reasonsAgainstPeriod(aPeriod("2026-07", "2026-12"), standing)).toEqual([]);
    expect(reasonsAgainstPeriod(aPeriod("2026-06", "2026-12"), standing)).toEqual(["overlaps"]);
    const empty = { ...aPeriod("2026-12", "2026-07"), budgetRupiah: 0, heads: 1.5 };
    expect(reasonsAgainstPeriod(empty, [])).toEqual([
      "ends-before-it-begins",
      "amount-unclear",
      "heads-unclear",
    ]);
  });
});

test("a year of one worker bought nine months with full cover at 14,000 each; what bought none has no price", () => {
  const year = listMonths(month("2026-01"), month("2026-12")).map((each, n) => ({
    month: each,
    owedWorkers: 1,
    owedRupiah: 10_500,
    paidMonths: 1,
    paidRupiah: 10_500,
    fullMonths: n < 3 ? 0 : 1,
  }));
  expect(sumMonths(year)).toMatchObject({ paidRupiah: 126_000, fullMonths: 9, rupiahPerFullMonth: 14_000 });
  const first = { fromMonth: month("2026-01"), lastMonth: month("2026-03") };
  expect(sumMonths(year, first)).toMatchObject({ paidRupiah: 31_500, rupiahPerFullMonth: null });
});

test("a reservation holds through its day, whatever has run since, and ends by release or by a payer", () => {
  const held = { untilDay: today, isReleased: false, hasPayer: false };
  expect(reservationState(held, today)).toBe("held");
  expect(reservationState({ ...held, untilDay: civilDate("2026-11-20") }, today)).toBe("expired");
  expect(reservationState({ ...held, isReleased: true }, today)).toBe("released");
  expect(reservationState({ ...held, hasPayer: true }, today)).toBe("fulfilled");
});

test("each kind of payer has a kind of money", () => {
  for (const kind of payerKinds) expect(fundSourcesOf[kind].length).toBeGreaterThan(0);
});
