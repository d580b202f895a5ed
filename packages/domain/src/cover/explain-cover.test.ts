import { civilDate, listMonths, month } from "#time";
import { describe, expect, test } from "vitest";
import type { CoverEvent, CoverInput } from "./cover-event.ts";
import { defaultCoverSettings } from "./cover-settings.ts";
import { explainCover, type CoverExplanation } from "./explain-cover.ts";

const d = civilDate;
const registered = (on: string, more: object = {}) =>
  ({ type: "registered", on: d(on), ...more }) as CoverEvent;
const accepted = (on: string): CoverEvent => ({ type: "accepted", on: d(on) });
const paid = (of: string, on = `${of}-01`, payer = "private"): CoverEvent => ({
  type: "paid",
  month: month(of),
  on: d(on),
  payer,
});
const paidFromTo = (from: string, to: string) => listMonths(month(from), month(to)).map((each) => paid(each));
const reversed = (of: string, on: string): CoverEvent => ({ type: "reversed", month: month(of), on: d(on) });
const listed = (status: "active" | "inactive", asOf: string): CoverEvent => ({
  type: "listed",
  status,
  asOf: d(asOf),
});
const died = (on: string, cause = "natural"): CoverEvent => ({ type: "died", on: d(on), cause });

function aWorker(...events: CoverEvent[]): CoverInput {
  return { segment: "bpu", person: { birthDate: d("1973-02-01") }, events };
}

function statesOf(explanation: CoverExplanation): string[] {
  return explanation.months.map(({ month: each, state }) => `${each} ${state}`);
}

function codesOf(explanation: CoverExplanation): string[] {
  return explanation.questions.map(({ code }) => code);
}

/** Accepted on 24 April 2025, paid through July. */
const paidThroughJuly = aWorker(
  registered("2025-04-24"),
  accepted("2025-04-24"),
  ...paidFromTo("2025-04", "2025-07"),
);

describe("a worker paid through July", () => {
  test.each([
    ["2025-04-23", "not-registered"],
    ["2025-04-24", "waiting-first-payment"],
    ["2025-05-01", "covered"],
    ["2025-07-31", "covered"],
    ["2025-08-01", "due"],
    ["2025-08-15", "due"],
    ["2025-08-16", "grace-1"],
    ["2025-08-31", "grace-1"],
    ["2025-09-01", "grace-2"],
    ["2025-10-01", "grace-3"],
    ["2025-10-31", "grace-3"],
    ["2025-11-01", "ended"],
    ["2026-11-01", "ended"],
  ])("is on %s %s", (on, state) => {
    const input = { ...paidThroughJuly, events: paidThroughJuly.events.map(laterInApril) };
    expect(explainCover(input, d(on)).state).toBe(state);
  });

  test("sees the days that matter: due on 15 August, safe until 30 September, rescue by 31 October, end on 1 November", () => {
    expect(explainCover(paidThroughJuly, d("2025-08-15")).dates).toEqual({
      coveredFrom: "2025-04-24",
      paidUntil: "2025-07-31",
      dueOn: "2025-08-15",
      fullDeathBenefitFrom: "2025-07-24",
      safeRescueDay: "2025-09-30",
      lastRescueDay: "2025-10-31",
      endsOn: "2025-11-01",
      scholarshipFrom: "2028-04-24",
    });
  });

  test("has, when all is over, one spell of seven months, four of them paid, and the same days", () => {
    const explanation = explainCover(paidThroughJuly, d("2025-12-10"));
    expect(explanation.spells).toEqual([
      { from: "2025-04-24", to: "2025-10-31", openedBy: "accepted", membershipMonths: 7, paidMonths: 4 },
    ]);
    expect(explanation.dates).toMatchObject({
      paidUntil: "2025-07-31",
      lastRescueDay: "2025-10-31",
      endsOn: "2025-11-01",
    });
    expect(statesOf(explanation)).toEqual([
      "2025-04 covered",
      "2025-05 covered",
      "2025-06 covered",
      "2025-07 covered",
      "2025-08 grace-1",
      "2025-09 grace-2",
      "2025-10 grace-3",
      "2025-11 ended",
      "2025-12 ended",
    ]);
  });
});

describe("before acceptance", () => {
  test("a registered worker waits, without dates and without benefit", () => {
    const explanation = explainCover(aWorker(registered("2025-03-20")), d("2025-05-02"));
    expect(statesOf(explanation)).toEqual(["2025-03 waiting", "2025-04 waiting", "2025-05 waiting"]);
    expect(new Set(Object.values(explanation.dates))).toEqual(new Set([null]));
    expect(explanation.ifDeath.natural).toMatchObject({ amount: 0, rule: "not-a-member" });
    expect(explanation.spells).toEqual([]);
  });

  test("the days of the month before the acceptance are not covered, the month is", () => {
    const input = aWorker(registered("2025-03-20"), paid("2025-04", "2025-04-02"), accepted("2025-04-10"));
    expect(explainCover(input, d("2025-04-09")).state).toBe("waiting");
    expect(explainCover(input, d("2025-04-10")).state).toBe("covered");
    expect(statesOf(explainCover(input, d("2025-04-30")))).toEqual(["2025-03 waiting", "2025-04 covered"]);
  });

  test("a rejected registration leaves the worker rejected, and a second one can be accepted", () => {
    const input = aWorker(
      registered("2025-03-20"),
      { type: "rejected", on: d("2025-03-25"), reason: "nik-not-found" },
      registered("2025-04-02"),
      accepted("2025-04-03"),
      paid("2025-04", "2025-04-03"),
    );
    expect(explainCover(input, d("2025-03-31")).state).toBe("rejected");
    expect(explainCover(input, d("2025-04-02")).state).toBe("waiting");
    expect(explainCover(input, d("2025-04-03")).state).toBe("covered");
  });

  test("without any event there is nothing to show", () => {
    const explanation = explainCover(aWorker(), d("2025-04-24"));
    expect([explanation.state, explanation.months, explanation.questions]).toEqual([
      "not-registered",
      [],
      [],
    ]);
  });

  test.each(["2025-04-24", "2025-06-30", "2026-04-24"])(
    "an accepted worker for whom nothing was paid is no participant on %s, and is asked about",
    (on) => {
      const explanation = explainCover(aWorker(registered("2025-04-24"), accepted("2025-04-24")), d(on));
      expect(new Set(explanation.months.map(({ state }) => state))).toEqual(
        new Set(["waiting-first-payment"]),
      );
      expect([explanation.state, explanation.spells]).toEqual(["waiting-first-payment", []]);
      expect(explanation.dates).toMatchObject({ coveredFrom: null, dueOn: "2025-04-24", endsOn: null });
      const { natural, workAccident } = explanation.ifDeath;
      expect([natural.amount, natural.rule]).toEqual([0, "not-yet-participant"]);
      expect([workAccident.amount, workAccident.rule]).toEqual([0, "not-yet-participant"]);
      expect(explanation.questions).toEqual([{ code: "first-contribution-unpaid", month: "2025-04" }]);
    },
  );

  test("whose first paid month is the one after acceptance is a participant from that month on", () => {
    const { spells, dates, months } = explainCover(
      aWorker(accepted("2025-04-24"), paid("2025-05", "2025-05-02")),
      d("2025-05-31"),
    );
    expect(months.map(({ state }) => state)).toEqual(["waiting-first-payment", "covered"]);
    expect([spells[0]?.from, dates.coveredFrom, dates.fullDeathBenefitFrom]).toEqual([
      "2025-05-01",
      "2025-05-01",
      "2025-08-01",
    ]);
  });
});

test("a spell that ended before the three months were complete never reached the full benefit", () => {
  const settings = { "full-death-benefit-counts": { value: "paid", confirmed: false } } as const;
  const input = aWorker(accepted("2025-04-24"), paid("2025-04"));
  const { dates, spells } = explainCover(input, d("2025-08-01"), settings);
  expect([dates.fullDeathBenefitFrom, spells[0]?.to, spells[0]?.membershipMonths]).toEqual([
    null,
    "2025-07-31",
    4,
  ]);
});

describe("payments", () => {
  test("in advance cover the months they are for", () => {
    const input = aWorker(
      accepted("2025-04-24"),
      ...listMonths(month("2025-04"), month("2026-03")).map((each) => paid(each, "2025-04-24")),
    );
    const explanation = explainCover(input, d("2025-10-10"));
    expect(explanation.state).toBe("covered");
    expect(explanation.dates).toMatchObject({
      paidUntil: "2026-03-31",
      dueOn: "2026-04-15",
      safeRescueDay: "2026-05-31",
      lastRescueDay: "2026-06-30",
      endsOn: "2026-07-01",
    });
    expect(explainCover(input, d("2026-06-30")).state).toBe("grace-3");
  });

  test("in grace fill the arrears and continue the spell and its three months", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      paid("2025-08", "2025-10-31"),
      paid("2025-09", "2025-10-31"),
      paid("2025-10", "2025-10-31"),
      paid("2025-11", "2025-11-01"),
    );
    const explanation = explainCover(input, d("2025-11-15"));
    expect(explanation.state).toBe("covered");
    expect(explanation.spells).toHaveLength(1);
    expect(explanation.spells[0]).toMatchObject({
      from: "2025-04-24",
      to: null,
      membershipMonths: 8,
      paidMonths: 8,
    });
    expect(explanation.dates).toMatchObject({ fullDeathBenefitFrom: "2025-07-24", endsOn: "2026-03-01" });
    expect(explainCover(input, d("2025-10-30")).state).toBe("grace-3");
  });

  test("of the oldest month alone move the end by one month", () => {
    const input = aWorker(...paidThroughJuly.events, paid("2025-08", "2025-10-20"));
    const explanation = explainCover(input, d("2025-10-31"));
    expect([explanation.state, explanation.dates.endsOn]).toEqual(["grace-2", "2025-12-01"]);
  });

  test("after the end, for months before it, revive nothing and go back to who paid", () => {
    const late = [paid("2025-08", "2025-11-01"), paid("2025-09", "2025-11-01", "apbdes")];
    const explanation = explainCover(aWorker(...paidThroughJuly.events, ...late), d("2025-12-31"));
    expect(explanation.state).toBe("ended");
    expect(explanation.spells).toHaveLength(1);
    expect(explanation.spells[0]?.paidMonths).toBe(4);
    expect(codesOf(explanation)).toEqual(["payment-after-end", "payment-after-end"]);
    expect(explanation.refunds).toEqual([
      { month: "2025-08", amount: 16_800, payer: "private", on: "2025-11-01", reason: "after-end" },
      { month: "2025-09", amount: 16_800, payer: "apbdes", on: "2025-11-01", reason: "after-end" },
    ]);
  });

  test("after the end, for a month after it, open a membership that is only presumed", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      paid("2025-11", "2025-11-20"),
      paid("2025-12", "2025-12-10"),
    );
    const explanation = explainCover(input, d("2025-12-31"));
    expect(explanation.spells).toEqual([
      { from: "2025-04-24", to: "2025-10-31", openedBy: "accepted", membershipMonths: 7, paidMonths: 4 },
      { from: "2025-11-20", to: null, openedBy: "payment", membershipMonths: 2, paidMonths: 2 },
    ]);
    expect([explanation.state, explanation.dates.fullDeathBenefitFrom]).toEqual(["covered", "2026-02-20"]);
    expect(explanation.ifDeath.natural).toMatchObject({ amount: 10_000_000, certainty: "open" });
    expect(explanation.ifDeath.workAccident).toMatchObject({ amount: 70_000_000, certainty: "open" });
    expect(codesOf(explanation)).toEqual(["membership-presumed"]);
    expect(explainCover(input, d("2025-11-19")).state).toBe("ended");
  });

  test("of several on the day of return the month that runs opens it, and a month before it goes back", () => {
    const late = [
      paid("2026-01", "2026-03-10"),
      paid("2026-03", "2026-03-10"),
      paid("2026-04", "2026-03-10"),
    ];
    const explanation = explainCover(aWorker(...paidThroughJuly.events, ...late), d("2026-04-30"));
    expect(explanation.spells.at(-1)).toMatchObject({
      from: "2026-03-10",
      membershipMonths: 2,
      paidMonths: 2,
    });
    expect(explanation.refunds.map(({ month: of, reason }) => [of, reason])).toEqual([
      ["2026-01", "after-end"],
    ]);
  });

  test("of the fourth month, made before it began, keep the spell although three months stay unpaid", () => {
    const explanation = explainCover(
      aWorker(...paidThroughJuly.events, paid("2025-11", "2025-10-31")),
      d("2025-11-20"),
    );
    expect(explanation.state).toBe("covered");
    expect(explanation.questions.filter(({ code }) => code === "unpaid-month-passed-over")).toHaveLength(3);
  });

  test("that turn out void count as never made, from the day it is known", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      reversed("2025-07", "2025-08-20"),
      reversed("2025-06", "2025-08-20"),
    );
    expect(explainCover(input, d("2025-08-14")).state).toBe("due");
    expect(explainCover(input, d("2025-08-19")).state).toBe("grace-1");
    const explanation = explainCover(input, d("2025-08-20"));
    expect([explanation.state, explanation.dates.endsOn]).toEqual(["grace-3", "2025-09-01"]);
  });

  test("can be reversed and made again", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      reversed("2025-07", "2025-07-10"),
      paid("2025-07", "2025-07-12"),
    );
    expect(explainCover(input, d("2025-07-11")).state).toBe("due");
    expect(explainCover(input, d("2025-07-12")).state).toBe("covered");
  });

  test("by two payers for one month are flagged, and one of them may be reversed without harm", () => {
    const twice = aWorker(...paidThroughJuly.events, paid("2025-07", "2025-07-20", "apbdes"));
    expect(explainCover(twice, d("2025-07-31")).questions).toEqual([
      { code: "double-payer", month: "2025-07", payers: ["apbdes", "private"] },
    ]);
    const settled = explainCover(
      aWorker(...twice.events, reversed("2025-07", "2025-07-25")),
      d("2025-07-31"),
    );
    expect([settled.state, settled.questions]).toEqual(["covered", []]);
  });

  test("by a payer nobody named, beside a named one, are flagged as paid twice and not as two payers", () => {
    const unnamed: CoverEvent = { type: "paid", month: month("2025-07"), on: d("2025-07-20") };
    expect(explainCover(aWorker(...paidThroughJuly.events, unnamed), d("2025-07-31")).questions).toEqual([
      { code: "paid-twice", month: "2025-07" },
    ]);
  });

  test("by one payer twice, for months before membership, and reversals of nothing are flagged", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      paid("2025-07", "2025-07-20"),
      paid("2025-02", "2025-05-01"),
      reversed("2025-01", "2025-05-01"),
    );
    expect(explainCover(input, d("2025-07-31")).questions).toEqual([
      { code: "paid-twice", month: "2025-07" },
      { code: "payment-outside-membership", month: "2025-02", on: "2025-05-01" },
      { code: "reversal-without-payment", month: "2025-01", on: "2025-05-01" },
    ]);
  });

  test("stand as evidence beside their month, whenever they were made", () => {
    const explanation = explainCover(
      aWorker(accepted("2025-04-24"), paid("2025-04", "2025-06-02")),
      d("2025-06-30"),
    );
    expect(explanation.months[0]?.evidence).toEqual([accepted("2025-04-24"), paid("2025-04", "2025-06-02")]);
  });
});

describe("a return after the end", () => {
  const returned = aWorker(
    ...paidThroughJuly.events,
    registered("2026-01-10"),
    accepted("2026-01-12"),
    paid("2026-01", "2026-01-12"),
    ...paidFromTo("2026-02", "2026-06"),
  );

  test("opens a new spell and starts the three months again (Serang: paying again is a new registration)", () => {
    const explanation = explainCover(returned, d("2026-03-15"));
    expect(explanation.spells).toEqual([
      { from: "2025-04-24", to: "2025-10-31", openedBy: "accepted", membershipMonths: 7, paidMonths: 4 },
      { from: "2026-01-12", to: null, openedBy: "accepted", membershipMonths: 3, paidMonths: 3 },
    ]);
    expect(explanation.dates.fullDeathBenefitFrom).toBe("2026-04-12");
    expect(explanation.ifDeath.natural.amount).toBe(10_000_000);
    expect(explainCover(returned, d("2026-04-12")).ifDeath.natural.amount).toBe(42_000_000);
  });

  test("shows ended, then waiting, then covered", () => {
    expect(explainCover(returned, d("2026-01-09")).state).toBe("ended");
    expect(explainCover(returned, d("2026-01-10")).state).toBe("waiting");
    expect(explainCover(returned, d("2026-01-12")).state).toBe("covered");
  });

  test("in the very month of the end is a new spell as well", () => {
    const input = aWorker(...paidThroughJuly.events, accepted("2025-11-20"), paid("2025-11", "2025-11-20"));
    const explanation = explainCover(input, d("2025-11-30"));
    expect([explanation.state, explanation.dates.fullDeathBenefitFrom]).toEqual(["covered", "2026-02-20"]);
    expect(explanation.spells.map(({ from, to }) => [from, to])).toEqual([
      ["2025-04-24", "2025-10-31"],
      ["2025-11-20", null],
    ]);
    expect(explainCover(input, d("2025-11-19")).state).toBe("ended");
  });

  test("takes the place of a membership presumed from money that came before the acceptance", () => {
    const early = explainCover(
      aWorker(
        ...paidThroughJuly.events,
        registered("2026-01-10"),
        paid("2026-01", "2026-01-11"),
        accepted("2026-01-20"),
      ),
      d("2026-01-31"),
    );
    expect(early.spells.slice(1)).toEqual([
      { from: "2026-01-11", to: "2026-01-19", openedBy: "payment", membershipMonths: 1, paidMonths: 1 },
      { from: "2026-01-20", to: null, openedBy: "accepted", membershipMonths: 1, paidMonths: 1 },
    ]);
    expect(early.ifDeath.natural).toMatchObject({ amount: 10_000_000, certainty: "by-rule" });
  });

  test("takes nothing over from the registration of the first spell", () => {
    const input = aWorker(
      registered("2025-04-24", { programmes: ["jkk"], baseRupiah: 2_000_000 }),
      ...paidThroughJuly.events.slice(1),
      accepted("2026-01-12"),
      paid("2026-01", "2026-01-12"),
    );
    const { natural, workAccident } = explainCover(input, d("2026-01-31")).ifDeath;
    expect([natural.amount, workAccident.amount]).toEqual([10_000_000, 70_000_000]);
  });

  test("that is rejected leaves the worker as ended", () => {
    const input = aWorker(...paidThroughJuly.events, registered("2026-01-10"), {
      type: "rejected",
      on: d("2026-01-20"),
      reason: "age",
    });
    expect(explainCover(input, d("2026-01-15")).state).toBe("waiting");
    expect(explainCover(input, d("2026-01-31")).state).toBe("ended");
  });

  test("a registration while still a member changes nothing but raises a question", () => {
    const input = aWorker(...paidThroughJuly.events, registered("2025-09-10"), accepted("2025-09-12"));
    const explanation = explainCover(input, d("2025-09-30"));
    expect(explanation.state).toBe("grace-2");
    expect(explanation.spells).toHaveLength(1);
    expect(codesOf(explanation)).toEqual(["registered-while-member", "registered-while-member"]);
  });
});

const accident = (on: string): CoverEvent => ({ type: "accident", on: d(on) });
const byAccident = (on: string, accidentOn?: string): CoverEvent => ({
  type: "died",
  on: d(on),
  cause: "work-accident",
  accidentOn: accidentOn === undefined ? undefined : d(accidentOn),
});

describe("if the worker died", () => {
  test("a labai of Taratak, registered 24 April 2025 and dead on 5 May, left 10 million instead of 42", () => {
    const input = aWorker(
      registered("2025-04-24", { payer: "apbn-apbd", programmes: ["jkk", "jkm"] }),
      accepted("2025-04-24"),
      paid("2025-04", "2025-04-24"),
      paid("2025-05", "2025-05-02"),
      died("2025-05-05"),
    );
    const explanation = explainCover(input, d("2025-05-20"));
    expect(explanation.state).toBe("died");
    expect(explanation.ifDeath.natural).toMatchObject({
      amount: 10_000_000,
      certainty: "by-rule",
      rule: "natural-death-before-three-months",
    });
    expect(explanation.ifDeath.workAccident).toMatchObject({
      amount: 70_000_000,
      rule: "work-accident-from-acceptance",
      scholarship: { ceiling: 174_000_000 },
    });
    expect(explanation.dates.fullDeathBenefitFrom).toBe("2025-07-24");
  });

  test.each([
    ["2025-07-23", 10_000_000],
    ["2025-07-24", 42_000_000],
  ])("a natural death on %s brings %i", (on, amount) => {
    expect(explainCover(paidThroughJuly, d(on)).ifDeath.natural.amount).toBe(amount);
  });

  test("inside grace nobody knows: no amount, what would be due if settled, and the question", () => {
    const { natural, workAccident } = explainCover(paidThroughJuly, d("2025-09-15")).ifDeath;
    expect(natural).toMatchObject({
      amount: null,
      ifSettled: 42_000_000,
      certainty: "open",
      question: "is-a-death-in-grace-paid-after-settling",
    });
    expect(workAccident).toMatchObject({ amount: null, ifSettled: 70_000_000, certainty: "open" });
  });

  test("inside grace before the three months, settling would bring 10 million", () => {
    const input = aWorker(accepted("2025-04-24"), paid("2025-04", "2025-04-24"));
    expect(explainCover(input, d("2025-06-30")).ifDeath.natural.ifSettled).toBe(10_000_000);
  });

  test("Sidoarjo: paid to July, dead in September, arrears settled on 17 December: the question stays, evaluated in September", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      died("2025-09-10"),
      paid("2025-08", "2025-12-17"),
      paid("2025-09", "2025-12-17"),
    );
    const explanation = explainCover(input, d("2025-12-31"));
    expect(explanation.state).toBe("died");
    expect(explanation.months.at(-1)).toMatchObject({ month: "2025-09", state: "grace-2" });
    expect(explanation.ifDeath.natural).toMatchObject({ amount: null, ifSettled: 42_000_000 });
    expect(explanation.questions).toEqual([
      { code: "death-in-grace", on: "2025-09-10" },
      { code: "recorded-after-death", count: 2 },
    ]);
    const reason = "received-after-death";
    expect(explanation.refunds).toEqual([
      { month: "2025-08", amount: 16_800, payer: "private", on: "2025-12-17", reason },
      { month: "2025-09", amount: 16_800, payer: "private", on: "2025-12-17", reason },
    ]);
  });

  test.each([
    ["2024-12-20", "2024-12-20", 42_000_000, "2024-12-20"],
    ["2024-12-20", "2025-02-23", 42_000_000, "2024-12-20"],
    ["2024-12-20", "2025-02-24", 10_000_000, "2025-03-20"],
    ["2024-12-20", "2025-03-20", 42_000_000, "2025-03-20"],
    ["2025-02-24", "2025-02-24", 10_000_000, "2025-05-24"],
  ])("accepted on %s, a natural death on %s brings %i", (from, on, amount, fullFrom) => {
    const input = aWorker(accepted(from), paid("2024-12", from), ...paidFromTo("2025-01", "2025-03"));
    const prepaid = { ...input, events: input.events.map((each) => ({ ...each, on: d(from) })) };
    const { ifDeath, dates } = explainCover(prepaid, d(on));
    expect([ifDeath.natural.amount, dates.fullDeathBenefitFrom]).toEqual([amount, fullFrom]);
  });

  test("the scholarship counts paid months: two that were skipped move it, membership does not", () => {
    const months = [...paidFromTo("2025-04", "2026-03"), ...paidFromTo("2026-06", "2028-05")];
    const input = aWorker(accepted("2025-04-24"), ...months);
    expect(explainCover(input, d("2028-04-30")).dates.scholarshipFrom).toBe("2028-06-01");
    const ceiling = (on: string) => explainCover(input, d(on)).ifDeath.natural.scholarship.ceiling;
    expect([ceiling("2028-05-31"), ceiling("2028-06-01")]).toEqual([0, 174_000_000]);
  });

  test("a payment that bounced after the death was no payment, one that came after it and bounced takes no other away", () => {
    const bounced = aWorker(...paidThroughJuly.events, died("2025-07-30"), reversed("2025-07", "2025-08-05"));
    expect(explainCover(bounced, d("2025-08-31")).ifDeath.natural.amount).toBeNull();
    const late = [paid("2025-07", "2025-08-01", "apbdes"), reversed("2025-07", "2025-08-05")];
    const settled = aWorker(...paidThroughJuly.events, died("2025-07-30"), ...late);
    expect(explainCover(settled, d("2025-08-31")).ifDeath.natural.amount).toBe(42_000_000);
  });

  describe("by an accident at work, judged by the cover on the day of the accident", () => {
    const coveredFromApril = [accepted("2025-04-01"), ...paidFromTo("2025-04", "2025-07")];
    const due = (...events: CoverEvent[]) =>
      explainCover(aWorker(...coveredFromApril, ...events), d("2026-01-31")).ifDeath.workAccident;

    test("before membership brings nothing, whatever the cover on the day of death", () => {
      const expected = { amount: 0, rule: "accident-before-membership", certainty: "by-rule" };
      expect(due(accident("2025-03-28"), byAccident("2025-04-10"))).toMatchObject(expected);
      expect(due(byAccident("2025-04-10", "2025-03-28"))).toMatchObject(expected);
    });

    test("in cover, with a death after the lapse, brings the amount of the accident's day, and is open", () => {
      const expected = { amount: 70_000_000, rule: "work-accident-from-acceptance", certainty: "open" };
      expect(due(accident("2025-07-10"), byAccident("2025-12-05"))).toMatchObject(expected);
      expect(due(byAccident("2025-12-05", "2025-07-10"))).toMatchObject(expected);
      const inCover = due(byAccident("2025-07-20", "2025-07-10"));
      expect(inCover).toMatchObject({ ...expected, certainty: "by-rule" });
    });

    test("the day named with the death goes before an accident told otherwise", () => {
      expect(due(accident("2025-03-28"), byAccident("2025-07-20", "2025-07-10")).amount).toBe(70_000_000);
    });
  });

  test("after the end nothing is due", () => {
    const { natural, workAccident } = explainCover(paidThroughJuly, d("2025-11-01")).ifDeath;
    expect([natural.amount, natural.rule, workAccident.amount]).toEqual([0, "membership-ended", 0]);
  });

  test("the scholarship follows a natural death from three years on, an accident at once", () => {
    const input = aWorker(accepted("2025-04-24"), ...paidFromTo("2025-04", "2028-12"));
    const before = explainCover(input, d("2028-04-23")).ifDeath;
    expect([before.natural.scholarship.ceiling, before.workAccident.scholarship.ceiling]).toEqual([
      0, 174_000_000,
    ]);
    expect(before.scholarship).toMatchObject({
      ceiling: 174_000_000,
      afterWorkAccident: 174_000_000,
      afterNaturalDeath: 0,
      from: "2028-04-24",
    });
    expect(explainCover(input, d("2028-04-24")).ifDeath.natural.scholarship.ceiling).toBe(174_000_000);
    expect(explainCover(aWorker(), d("2028-04-24")).ifDeath.scholarship.ceiling).toBe(0);
  });

  test("a higher wage base raises the accident benefit, not the natural one", () => {
    const input = aWorker(
      registered("2025-04-24", { baseRupiah: 2_000_000 }),
      ...paidThroughJuly.events.slice(1),
    );
    const { natural, workAccident } = explainCover(input, d("2025-07-31")).ifDeath;
    expect([natural.amount, workAccident.amount]).toEqual([42_000_000, 118_000_000]);
  });

  test("a programme that was not taken pays nothing", () => {
    const input = aWorker(
      registered("2025-04-24", { programmes: ["jkk"] }),
      ...paidThroughJuly.events.slice(1),
    );
    const { natural, workAccident } = explainCover(input, d("2025-07-31")).ifDeath;
    expect([natural.amount, natural.rule, workAccident.amount]).toEqual([
      0,
      "programme-not-held",
      70_000_000,
    ]);
  });

  test("a day no rule has been read for has no amount", () => {
    const { natural } = explainCover(paidThroughJuly, d("2031-01-01")).ifDeath;
    expect(natural).toMatchObject({ amount: null, certainty: "open", rule: "no-rate" });
  });

  test("a death not yet known on the day asked about changes nothing", () => {
    const input = aWorker(...paidThroughJuly.events, died("2025-08-10"));
    expect(explainCover(input, d("2025-08-09"))).toEqual(explainCover(paidThroughJuly, d("2025-08-09")));
  });
});

describe("the three months may be counted as paid months, by setting", () => {
  const settings = { "full-death-benefit-counts": { value: "paid", confirmed: false } } as const;
  const withHole = aWorker(accepted("2025-04-24"), paid("2025-04"), paid("2025-06"), paid("2025-07"));

  test("an unpaid month inside then moves the day, with membership it does not", () => {
    expect(explainCover(withHole, d("2025-07-31"), settings).dates.fullDeathBenefitFrom).toBe("2025-08-01");
    expect(explainCover(withHole, d("2025-07-31")).dates.fullDeathBenefitFrom).toBe("2025-07-24");
  });

  test("without a hole both agree", () => {
    expect(explainCover(paidThroughJuly, d("2025-07-31"), settings).dates.fullDeathBenefitFrom).toBe(
      "2025-07-24",
    );
  });

  test("months to come are taken as paid", () => {
    const input = aWorker(accepted("2025-04-24"), paid("2025-04"));
    expect(explainCover(input, d("2025-04-30"), settings).dates.fullDeathBenefitFrom).toBe("2025-07-24");
    expect(explainCover(input, d("2025-06-30"), settings).dates.fullDeathBenefitFrom).toBe("2025-08-01");
  });
});

describe("lists of BPJS", () => {
  test("a worker known from a list only is that and no more, until a list says otherwise", () => {
    const input = aWorker(listed("active", "2025-06-30"), listed("active", "2025-07-31"));
    const explanation = explainCover(input, d("2026-08-15"));
    expect(new Set(explanation.months.map(({ state }) => state))).toEqual(new Set(["listed"]));
    expect(explanation.questions).toEqual([{ code: "membership-start-unknown", on: "2025-06-30" }]);
    expect([explanation.spells, explanation.dates.coveredFrom]).toEqual([[], null]);
    expect(explanation.ifDeath.natural).toMatchObject({
      amount: null,
      ifSettled: 10_000_000,
      certainty: "open",
      question: "has-the-listed-member-paid",
    });
    const left = aWorker(...input.events, listed("inactive", "2025-08-31"));
    expect(explainCover(left, d("2025-09-15")).state).toBe("ended");
  });

  test("a receipt for a listed worker makes a participant of the month it is for", () => {
    const input = aWorker(listed("active", "2025-06-30"), paid("2025-07", "2025-07-10"));
    expect(statesOf(explainCover(input, d("2025-08-10")))).toEqual([
      "2025-06 listed",
      "2025-07 covered",
      "2025-08 due",
    ]);
    expect(explainCover(input, d("2025-08-10")).dates.coveredFrom).toBe("2025-07-01");
  });

  test("a list that named the worker a day before the acceptance makes no membership of its own", () => {
    const input = aWorker(
      listed("active", "2025-01-01"),
      accepted("2025-01-02"),
      paid("2025-04", "2025-03-31"),
    );
    const { spells } = explainCover(input, d("2025-04-30"));
    expect(spells).toEqual([
      { from: "2025-04-01", to: null, openedBy: "accepted", membershipMonths: 1, paidMonths: 1 },
    ]);
  });

  test("an active listing hides no lapse: members in arrears are listed as active too", () => {
    const input = aWorker(...paidThroughJuly.events, listed("active", "2025-08-31"));
    const explanation = explainCover(input, d("2025-09-15"));
    expect([explanation.state, explanation.dates.endsOn]).toEqual(["grace-2", "2025-11-01"]);
  });

  test("an active listing after the end shows a membership nobody told us of", () => {
    const explanation = explainCover(
      aWorker(...paidThroughJuly.events, listed("active", "2026-01-31")),
      d("2026-02-01"),
    );
    expect([explanation.state, explanation.spells.length]).toEqual(["listed", 1]);
    expect(codesOf(explanation)).toEqual(["membership-start-unknown"]);
  });

  test("an inactive listing of a member is a contradiction to clear up, not an end", () => {
    const explanation = explainCover(
      aWorker(...paidThroughJuly.events, listed("inactive", "2025-07-31")),
      d("2025-07-31"),
    );
    expect(explanation.state).toBe("covered");
    expect(explanation.questions).toEqual([
      { code: "list-says-inactive", on: "2025-07-31", state: "covered" },
    ]);
  });

  test("an inactive listing of someone whose spell has ended is no news", () => {
    const explanation = explainCover(
      aWorker(...paidThroughJuly.events, listed("inactive", "2025-11-30")),
      d("2025-12-31"),
    );
    expect([explanation.state, explanation.questions]).toEqual(["ended", []]);
  });
});

describe("what happens to the worker", () => {
  test("a move, a job with a wage and an accident outside cover are questions and leave the clock alone", () => {
    const input = aWorker(
      ...paidThroughJuly.events,
      { type: "moved", on: d("2025-06-01") },
      { type: "formal-job", on: d("2025-06-15") },
      { type: "accident", on: d("2025-06-20") },
      { type: "accident", on: d("2025-08-20") },
    );
    const explanation = explainCover(input, d("2025-08-31"));
    expect(explanation.questions).toEqual([
      { code: "moved-away", on: "2025-06-01" },
      { code: "formal-job", on: "2025-06-15" },
      { code: "accident-outside-cover", on: "2025-08-20", state: "grace-1" },
    ]);
    expect(explanation.dates).toEqual(explainCover(paidThroughJuly, d("2025-08-31")).dates);
  });

  test.each([
    ["2011-04-24", "2025-07-31", "registered-too-young"],
    ["1960-04-24", "2025-07-31", "registered-at-65-or-older"],
    ["1960-04-25", "2025-07-31", "over-65-cannot-return"],
    ["1960-12-01", "2025-07-31", "turns-65"],
    ["1961-04-25", "2025-07-31", undefined],
  ])("born %s and asked on %s: %s", (birthDate, on, code) => {
    const input = { ...paidThroughJuly, person: { birthDate: d(birthDate) } };
    expect(codesOf(explainCover(input, d(on)))[0]).toBe(code);
  });

  test("an unknown birth date raises no question about age", () => {
    expect(explainCover({ ...paidThroughJuly, person: {} }, d("2025-07-31")).questions).toEqual([]);
  });
});

describe("a village officer", () => {
  const officer: CoverInput = { ...paidThroughJuly, segment: "pu-village" };

  test("stays a member while the village owes, and who pays a claim meanwhile is open", () => {
    const explanation = explainCover(officer, d("2025-12-31"));
    expect(explanation.state).toBe("village-owes");
    expect(explainCover(officer, d("2025-09-15")).state).toBe("due");
    expect(explainCover(officer, d("2025-09-16")).state).toBe("village-owes");
    expect(explanation.dates).toMatchObject({ lastRescueDay: null, endsOn: null, paidUntil: "2025-07-31" });
    expect(explanation.ifDeath.natural).toMatchObject({
      amount: null,
      ifSettled: 42_000_000,
      question: "who-pays-while-the-village-owes",
    });
    // November is due on 15 December 2025 and was asked on 31 December; December is due in January.
    expect(explanation.questions.filter(({ code }) => code === "village-owes")).toHaveLength(4);
  });

  test("lapses like any other by setting, which every answer shows as unconfirmed", () => {
    const settings = { "pu-village-lapse": { value: "as-bpu", confirmed: false } } as const;
    expect(explainCover(officer, d("2025-12-31"), settings).state).toBe("ended");
    expect(explainCover(officer, d("2025-12-31")).settings).toEqual([
      { name: "full-death-benefit-counts", value: "membership", confirmed: false, mark: "from-memory" },
      {
        name: "pu-village-lapse",
        value: defaultCoverSettings["pu-village-lapse"].value,
        confirmed: false,
        mark: "from-memory",
      },
      { name: "joint-leave-moves-due-day", value: false, confirmed: false, mark: "from-memory" },
    ]);
  });
});

/** April's contribution arrived a week after the acceptance, so that the first days stand alone. */
function laterInApril(event: CoverEvent): CoverEvent {
  return event.type === "paid" && event.month === "2025-04" ? { ...event, on: d("2025-05-01") } : event;
}
