import { addDays, civilDate, daysBetween, listMonths, month } from "#time";
import { describe, expect, test } from "vitest";
import { alarmsOf } from "./alarms-of.ts";
import type { CoverEvent, CoverInput, Paid, Reversed } from "./cover-event.ts";
import type { CoverState } from "./cover-state.ts";
import { explainCover } from "./explain-cover.ts";
import { foldCover } from "./fold-cover.ts";

const d = civilDate;
const accepted = (on: string): CoverEvent => ({ type: "accepted", on: d(on) });
const registered = (on: string): CoverEvent => ({ type: "registered", on: d(on), payer: "private" });
const paid = (of: string, on: string, more: Partial<Paid> = {}): CoverEvent => ({
  type: "paid",
  month: month(of),
  on: d(on),
  payer: "private",
  ...more,
});
const reversed = (of: string, on: string, more: Partial<Reversed> = {}): CoverEvent => ({
  type: "reversed",
  month: month(of),
  on: d(on),
  ...more,
});
const died = (on: string, cause = "natural"): CoverEvent => ({ type: "died", on: d(on), cause });
const until = (text: string) => ({ until: month(text) });

/** Accepted on 10 February 2026, every month to May paid on its 10th: one June contribution would be 8,400. */
const toMay: readonly CoverEvent[] = [
  registered("2026-02-05"),
  accepted("2026-02-10"),
  ...listMonths(month("2026-02"), month("2026-05")).map((of) => paid(of, `${of}-10`)),
];
const inputOf = (events: readonly CoverEvent[]): CoverInput => ({ segment: "bpu", person: {}, events });

type Row = {
  way: string;
  events: readonly CoverEvent[];
  on: string;
  state: CoverState;
  endsOn: string | null;
  /** Month, rupiah, payer and reason of each refund. */
  refunds?: readonly string[];
  /** Codes of questions, where there are some. */
  asks?: readonly string[];
};

/** Every way into arrears and out of them. */
const table: readonly Row[] = [
  { way: "not yet due", events: [], on: "2026-06-15", state: "due", endsOn: "2026-09-01" },
  { way: "unpaid on the pay-by day", events: [], on: "2026-06-16", state: "grace-1", endsOn: "2026-09-01" },
  { way: "unpaid a second month", events: [], on: "2026-07-01", state: "grace-2", endsOn: "2026-09-01" },
  { way: "unpaid a third month", events: [], on: "2026-08-31", state: "grace-3", endsOn: "2026-09-01" },
  { way: "unpaid a fourth month", events: [], on: "2026-09-01", state: "ended", endsOn: "2026-09-01" },
  {
    way: "paid late by the payer",
    events: [paid("2026-06", "2026-06-20")],
    on: "2026-06-20",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "paid by another payer",
    events: [paid("2026-06", "2026-06-20", { payer: "apbdes", amount: 16_800 })],
    on: "2026-06-20",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "paid by the worker",
    events: [paid("2026-06", "2026-06-20", { payer: "worker", amount: 8_400 })],
    on: "2026-06-20",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "paid from the bridging fund on the last day of rescue, all three months",
    events: [paid("2026-06", "2026-08-31", { payer: "bridging-fund", ...until("2026-08"), amount: 25_200 })],
    on: "2026-09-01",
    state: "due",
    endsOn: "2026-12-01",
  },
  {
    way: "paid from the bridging fund a day late",
    events: [paid("2026-06", "2026-09-01", { payer: "bridging-fund", ...until("2026-08"), amount: 25_200 })],
    on: "2026-09-01",
    state: "ended",
    endsOn: "2026-09-01",
    refunds: [
      "2026-06 8400 bridging-fund after-end",
      "2026-07 8400 bridging-fund after-end",
      "2026-08 8400 bridging-fund after-end",
    ],
    asks: ["payment-after-end", "payment-after-end", "payment-after-end"],
  },
  {
    way: "the oldest of three months paid: one month gained",
    events: [paid("2026-06", "2026-08-20")],
    on: "2026-08-20",
    state: "grace-2",
    endsOn: "2026-10-01",
  },
  {
    way: "several months paid ahead in one payment",
    events: [paid("2026-06", "2026-06-10", { ...until("2026-11"), amount: 50_400 })],
    on: "2026-11-30",
    state: "covered",
    endsOn: "2027-03-01",
  },
  {
    way: "several months across the end of the relief, paid by their prices",
    events: [paid("2026-06", "2026-06-10", { ...until("2027-01"), amount: 75_600 })],
    on: "2027-01-31",
    state: "covered",
    endsOn: "2027-05-01",
  },
  {
    way: "several months across the end of the relief, underpaid",
    events: [paid("2026-12", "2026-06-10", { ...until("2027-01"), amount: 16_800 })],
    on: "2026-06-15",
    state: "due",
    endsOn: "2026-09-01",
    asks: ["underpaid", "underpaid"],
  },
  {
    way: "underpaid: visible, and no cover",
    events: [paid("2026-06", "2026-06-10", { amount: 5_000 })],
    on: "2026-06-16",
    state: "grace-1",
    endsOn: "2026-09-01",
    asks: ["underpaid"],
  },
  {
    way: "underpaid and made up",
    events: [
      paid("2026-06", "2026-06-10", { amount: 5_000 }),
      paid("2026-06", "2026-06-18", { amount: 3_400 }),
    ],
    on: "2026-06-18",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "underpaid by public money, which has no relief",
    events: [paid("2026-06", "2026-06-10", { payer: "apbn-apbd", amount: 8_400 })],
    on: "2026-06-16",
    state: "grace-1",
    endsOn: "2026-09-01",
    asks: ["underpaid"],
  },
  {
    way: "less than the law, and all that an obligation of ours said",
    events: [
      paid("2027-01", "2026-06-10", { amount: 8_400, expected: 8_400 }),
      paid("2026-06", "2026-06-10"),
    ],
    on: "2026-06-16",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "reversed: the payer's transfer bounced",
    events: [reversed("2026-05", "2026-06-05")],
    on: "2026-06-05",
    state: "grace-2",
    endsOn: "2026-08-01",
  },
  {
    way: "reversed and paid again",
    events: [reversed("2026-05", "2026-06-05"), paid("2026-05", "2026-06-08")],
    on: "2026-06-08",
    state: "due",
    endsOn: "2026-09-01",
  },
  {
    way: "withdrawn by BPJS: several months reversed at once end a membership in the past",
    events: [reversed("2026-03", "2026-06-30", until("2026-05"))],
    on: "2026-06-30",
    state: "ended",
    endsOn: "2026-06-01",
  },
  {
    way: "paid twice by two payers: the later one has its money back",
    events: [paid("2026-05", "2026-05-20", { payer: "apbdes", amount: 16_800 })],
    on: "2026-06-10",
    state: "due",
    endsOn: "2026-09-01",
    refunds: ["2026-05 16800 apbdes paid-twice"],
    asks: ["double-payer"],
  },
  {
    way: "refunded: one of two payments reversed leaves the other",
    events: [
      paid("2026-05", "2026-05-20", { payer: "apbdes" }),
      reversed("2026-05", "2026-06-01", { payer: "apbdes" }),
    ],
    on: "2026-06-10",
    state: "due",
    endsOn: "2026-09-01",
  },
  {
    way: "re-attributed: a receipt booked on the wrong month is reversed and told anew",
    events: [paid("2026-08", "2026-06-10"), reversed("2026-08", "2026-06-20"), paid("2026-06", "2026-06-10")],
    on: "2026-06-20",
    state: "covered",
    endsOn: "2026-10-01",
  },
  {
    way: "back-dated: learnt in September, received by BPJS in June",
    events: [{ ...paid("2026-06", "2026-06-12"), recordedAt: "2026-09-20T03:00:00Z" }],
    on: "2026-09-20",
    state: "grace-3",
    endsOn: "2026-10-01",
  },
  {
    way: "after a stop: the payer ends, nobody takes over",
    events: [paid("2026-06", "2026-06-10")],
    on: "2026-10-01",
    state: "ended",
    endsOn: "2026-10-01",
  },
  {
    way: "after a death: what was prepaid goes back, the month of death stays",
    events: [paid("2026-06", "2026-06-10", { ...until("2026-08"), amount: 25_200 }), died("2026-06-20")],
    on: "2026-07-01",
    state: "died",
    endsOn: "2026-12-01",
    refunds: ["2026-07 8400 private after-death", "2026-08 8400 private after-death"],
  },
  {
    way: "after a death: money that came later goes back",
    events: [died("2026-06-14"), paid("2026-06", "2026-06-25")],
    on: "2026-07-01",
    state: "died",
    endsOn: "2026-09-01",
    refunds: ["2026-06 8400 private received-after-death"],
    asks: ["recorded-after-death"],
  },
  {
    way: "a new spell: registered and accepted after the end",
    events: [registered("2026-10-01"), accepted("2026-10-05"), paid("2026-10", "2026-10-05")],
    on: "2026-10-05",
    state: "covered",
    endsOn: "2027-02-01",
  },
  {
    way: "a presumed spell: paid by NIK after the end",
    events: [paid("2026-10", "2026-10-05")],
    on: "2026-10-05",
    state: "covered",
    endsOn: "2027-02-01",
    asks: ["membership-presumed"],
  },
];

describe("every way into arrears and out", () => {
  test.each(table)("$way: $state on $on", ({ events, on, state, endsOn, refunds = [], asks = [] }) => {
    const explanation = explainCover(inputOf([...toMay, ...events]), d(on));
    expect([explanation.state, explanation.dates.endsOn]).toEqual([state, endsOn]);
    expect(explanation.countsAsCovered).toBe(state === "covered" || state === "due");
    expect(
      explanation.refunds.map(({ month: of, amount, payer, reason }) => `${of} ${amount} ${payer} ${reason}`),
    ).toEqual(refunds);
    expect(explanation.questions.map(({ code }) => code)).toEqual(asks);
  });

  test.each(table)("$way: read the same in whatever order it was told", ({ events, on }) => {
    const all = [...toMay, ...events];
    expect(explainCover(inputOf(all.toReversed()), d(on))).toEqual(explainCover(inputOf(all), d(on)));
  });
});

const raised = (events: readonly CoverEvent[], on: string) =>
  alarmsOf(foldCover(inputOf([...toMay, ...events]), d(on))).map((alarm) => `${alarm.code} ${alarm.on}`);

describe("alarms", () => {
  test("stand from the day after the pay-by day, 30 days before the stricter day, after it, and at the end", () => {
    expect(raised([], "2026-06-15")).toEqual([]);
    expect(raised([], "2026-06-16")).toEqual(["unpaid 2026-06-16"]);
    expect(raised([], "2026-09-01")).toEqual([
      "unpaid 2026-06-16",
      "lapse-near 2026-07-01",
      "safe-day-past 2026-08-01",
      "lapsed 2026-09-01",
    ]);
  });

  test("are all found by whoever looks late, moved by a part payment, taken away by a full one", () => {
    expect(raised([], "2026-08-20")).toHaveLength(3);
    expect(raised([paid("2026-06", "2026-08-20")], "2026-08-20")).toEqual([
      "unpaid 2026-07-16",
      "lapse-near 2026-08-01",
    ]);
    expect(raised([paid("2026-06", "2026-08-10", until("2026-08"))], "2026-08-20")).toEqual([]);
  });

  test("take the earlier day where joint leave may move the pay-by day: May 2026 from the 16th", () => {
    const toApril = toMay.slice(0, -1);
    const moving = {
      ...foldCover(inputOf([]), d("2026-05-16")).settings,
      "joint-leave-moves-due-day": { value: true, confirmed: false },
    };
    const fold = foldCover(inputOf(toApril), d("2026-05-16"), moving);
    expect(alarmsOf(fold)).toEqual([{ code: "unpaid", on: "2026-05-16" }]);
    expect(explainCover(inputOf(toApril), d("2026-05-16"), moving).state).toBe("due");
  });
});

/** The first alarm anybody would have seen who looked every day, knowing only what was known that day. */
function firstAlarm(events: readonly CoverEvent[], from: string, to: string) {
  for (let on = d(from); on <= to; on = addDays(on, 1)) {
    const alarm = alarmsOf(foldCover(inputOf(events), on))[0];
    if (alarm !== undefined) return on;
  }
  return undefined;
}

const daysAhead = (earlier: string, later: string) => daysBetween(d(earlier), d(later));

describe("lives that were lived", () => {
  test("the labai who died 11 days after registration left 10 million, and 42 before 24 February 2025", () => {
    const events = [
      registered("2025-04-24"),
      accepted("2025-04-24"),
      paid("2025-04", "2025-04-24"),
      died("2025-05-05"),
    ];
    const { ifDeath, dates, refunds } = explainCover(inputOf(events), d("2025-05-20"));
    expect(ifDeath.natural).toMatchObject({ amount: 10_000_000, certainty: "by-rule" });
    expect([dates.fullDeathBenefitFrom, refunds]).toEqual(["2025-07-24", []]);
  });

  test("Sidoarjo: paid to July, dead in September, arrears in December: open, warned 45 days before the stricter day", () => {
    const life = [accepted("2025-04-24"), paid("2025-04", "2025-04-24", until("2025-07"))];
    const events = [...life, died("2025-09-10"), paid("2025-08", "2025-12-17", until("2025-09"))];
    const { state, dates, ifDeath, refunds } = explainCover(inputOf(events), d("2025-12-31"));
    expect([state, dates.safeRescueDay, dates.lastRescueDay]).toEqual(["died", "2025-09-30", "2025-10-31"]);
    expect(ifDeath.natural).toMatchObject({ amount: null, ifSettled: 42_000_000, certainty: "open" });
    expect(refunds.map(({ month: of, amount }) => [of, amount])).toEqual([
      ["2025-08", 16_800],
      ["2025-09", 16_800],
    ]);
    const warned = firstAlarm(events, "2025-08-01", "2025-09-30");
    expect([warned, daysAhead(warned!, dates.safeRescueDay!) >= 30]).toEqual(["2025-08-16", true]);
  });

  test("three months unpaid, then six receipts by NIK: presumed, open, never zero by rule; warned in time", () => {
    const before = [accepted("2025-10-01"), paid("2025-10", "2025-10-01", until("2026-03"))];
    const receipts = listMonths(month("2026-07"), month("2026-12")).map((of) => paid(of, `${of}-10`));
    const { state, spells, ifDeath } = explainCover(inputOf([...before, ...receipts]), d("2026-12-15"));
    expect(state).toBe("covered");
    expect(spells.at(-1)).toMatchObject({ from: "2026-07-10", openedBy: "payment", paidMonths: 6 });
    expect(ifDeath.natural).toMatchObject({ amount: 42_000_000, certainty: "open" });
    expect(ifDeath.workAccident).toMatchObject({ amount: 70_000_000, certainty: "open" });
    const { dates } = explainCover(inputOf(before), d("2026-04-20"));
    const warned = firstAlarm(before, "2026-04-01", "2026-07-01");
    expect([warned, dates.safeRescueDay]).toEqual(["2026-04-16", "2026-05-31"]);
    expect(daysAhead(warned!, dates.safeRescueDay!)).toBeGreaterThanOrEqual(30);
  });

  test("an accident before the acceptance brings nothing, though the death came in cover", () => {
    const events: CoverEvent[] = [
      registered("2025-03-20"),
      { type: "accident", on: d("2025-03-28") },
      accepted("2025-04-01"),
      paid("2025-04", "2025-04-01"),
      died("2025-04-10", "work-accident"),
    ];
    const { ifDeath } = explainCover(inputOf(events), d("2025-04-30"));
    expect(ifDeath.workAccident).toMatchObject({ amount: 0, rule: "accident-before-membership" });
    expect(ifDeath.natural.amount).toBe(10_000_000);
  });

  test("accepted and never paid is no participant, and the first payment is missed from the day after", () => {
    const events = [registered("2026-03-01"), accepted("2026-03-20")];
    const { state, countsAsCovered, ifDeath, alarms } = explainCover(inputOf(events), d("2026-09-30"));
    expect([state, countsAsCovered]).toEqual(["waiting-first-payment", false]);
    expect(ifDeath.workAccident).toMatchObject({ amount: 0, rule: "not-yet-participant" });
    expect(alarms).toEqual([{ code: "first-payment-missing", on: "2026-03-21" }]);
  });

  test("a donor prepaid a year and the worker died in September: 75,600 go back to the donor, month by month", () => {
    const prepaid = paid("2026-04", "2026-04-01", { ...until("2027-03"), amount: 126_000 });
    const events = [registered("2026-03-20"), accepted("2026-04-01"), prepaid, died("2026-09-12")];
    const { refunds, ifDeath } = explainCover(inputOf(events), d("2026-09-30"));
    expect(refunds.map(({ month: of, amount }) => [of, amount])).toEqual([
      ["2026-10", 8_400],
      ["2026-11", 8_400],
      ["2026-12", 8_400],
      ["2027-01", 16_800],
      ["2027-02", 16_800],
      ["2027-03", 16_800],
    ]);
    expect(refunds.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(75_600);
    expect(new Set(refunds.map(({ payer, reason }) => `${payer} ${reason}`))).toEqual(
      new Set(["private after-death"]),
    );
    expect(ifDeath.natural.amount).toBe(42_000_000);
    const silent = { ...prepaid, amount: undefined };
    const byLaw = explainCover(inputOf([...events.slice(0, 2), silent, died("2026-09-12")]), d("2026-09-30"));
    expect(byLaw.refunds).toEqual(refunds);
  });
});
