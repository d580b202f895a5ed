import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, month, type Month } from "#time";
import {
  type MonthFacts,
  type MonthPlan,
  mostPerDay,
  type PayingEnrolment,
  planMonth,
  type StandingObligation,
} from "./plan-month.ts";
import { priceOf } from "./price-of.ts";

const november = month("2026-11");
const price = (payer: "private" | "apbn-apbd", at: Month) =>
  priceOf({ segment: "bpu", income: 1_000_000, payer, sector: "other", month: at });
const enrolment = (over: Partial<PayingEnrolment> = {}): PayingEnrolment => ({
  enrolmentId: "e1",
  fromMonth: month("2026-07"),
  untilMonth: null,
  acceptedOn: civilDate("2026-07-10"),
  price: price("private", november),
  ...over,
});
const facts = (over: Partial<MonthFacts> = {}): MonthFacts => ({
  month: november,
  diedOn: null,
  formalFrom: null,
  withdrawnOn: null,
  enrolments: [enrolment()],
  standing: [],
  madeToday: 0,
  ...over,
});
/** The same worker after the plan was carried out. */
const applied = (before: MonthFacts, plan: MonthPlan): MonthFacts => ({
  ...before,
  madeToday: before.madeToday + plan.add.length,
  standing: [
    ...before.standing.filter(({ id }) => !plan.reverse.some((gone) => gone.id === id)),
    ...plan.add.map(({ enrolmentId, part }, at) => ({
      id: `new${at}`,
      enrolmentId,
      programme: part.programme,
      amountRupiah: part.amount,
      isPaid: false,
      isAwaited: false,
    })),
  ],
});
const owed = (over: Partial<StandingObligation> = {}): StandingObligation => ({
  id: "o1",
  enrolmentId: "e1",
  programme: "jkk",
  amountRupiah: 5000,
  isPaid: false,
  isAwaited: false,
  ...over,
});

describe("one worker's month", () => {
  test("is owed by its payer at the price of that month", () => {
    const plan = planMonth(facts());
    expect(plan.add.map(({ enrolmentId, part }) => [enrolmentId, part.programme, part.amount])).toEqual([
      ["e1", "jkk", 5000],
      ["e1", "jkm", 3400],
    ]);
    expect(plan).toMatchObject({ reverse: [], parked: null });
  });

  test("made owed by a packet stands while BPJS has not answered, unless the worker died or has a wage before it", () => {
    const standing = [owed({ isAwaited: true })];
    expect(planMonth(facts({ enrolments: [], standing }))).toEqual({ add: [], reverse: [], parked: null });
    const dead = facts({ enrolments: [], standing, diedOn: civilDate("2026-10-30") });
    expect(planMonth(dead).reverse).toEqual([{ id: "o1", reason: "died" }]);
    expect(planMonth(facts({ standing: [owed({ enrolmentId: "e2", isAwaited: true })] })).parked).toBe(
      "two-payers",
    );
  });

  test.each([
    ["before the payer begins", { enrolments: [enrolment({ fromMonth: month("2026-12") })] }],
    ["before BPJS accepted", { enrolments: [enrolment({ acceptedOn: civilDate("2026-12-01") })] }],
    ["once the payer has ended", { enrolments: [enrolment({ untilMonth: november })] }],
    ["in the month after a death", { diedOn: civilDate("2026-10-31") }],
    ["in the month after a job with a wage began", { formalFrom: civilDate("2026-10-02") }],
    ["in the month after consent was withdrawn", { withdrawnOn: civilDate("2026-10-02") }],
  ])("is owed by nobody %s", (_when, over) => {
    expect(planMonth(facts(over)).add).toEqual([]);
    expect(planMonth(facts({ ...over, standing: [owed()] })).reverse).toHaveLength(1);
  });

  test("of a death is still owed: cover ran until that day", () => {
    expect(planMonth(facts({ diedOn: civilDate("2026-11-02") })).add).toHaveLength(2);
  });

  test("follows another price and another payer, and says which it was", () => {
    const jkm = owed({ id: "o2", programme: "jkm", amountRupiah: 3400 });
    expect(planMonth(facts({ standing: [owed({ amountRupiah: 10_000 }), jkm] }))).toMatchObject({
      add: [{ enrolmentId: "e1", part: { programme: "jkk", amount: 5000 } }],
      reverse: [{ id: "o1", reason: "price-changed" }],
      parked: null,
    });
    const before = planMonth(facts({ standing: [owed({ enrolmentId: "e0" })] }));
    expect(before.reverse).toEqual([{ id: "o1", reason: "payer-changed" }]);
  });

  test("that BPJS has confirmed is never touched, whoever pays now", () => {
    for (const over of [{ diedOn: civilDate("2026-01-01") }, { enrolments: [] }, {}]) {
      const standing = [owed({ enrolmentId: "e0", isPaid: true })];
      expect(planMonth(facts({ ...over, standing }))).toEqual({ add: [], reverse: [], parked: null });
    }
  });

  test("with two payers, without a law, or with too many obligations in a day waits for a person and changes nothing", () => {
    const two = [enrolment(), enrolment({ enrolmentId: "e2" })];
    const none = [enrolment({ price: price("private", month("2035-01")) })];
    const standing = [owed({ amountRupiah: 1 })];
    const parked = (over: Partial<MonthFacts>) => planMonth(facts({ standing, ...over }));
    expect(parked({ enrolments: two })).toEqual({ add: [], reverse: [], parked: "two-payers" });
    expect(parked({ enrolments: none })).toEqual({ add: [], reverse: [], parked: "no-rate" });
    expect(parked({ madeToday: mostPerDay })).toEqual({ add: [], reverse: [], parked: "too-many" });
  });

  test("needs nothing more once it was planned and carried out, whatever stood before", () => {
    const anyStanding = fc.array(
      fc.record({
        id: fc.uuid(),
        enrolmentId: fc.constantFrom("e0", "e1", "e2"),
        programme: fc.constantFrom("jkk", "jkm"),
        amountRupiah: fc.constantFrom(3400, 5000, 6800, 10_000),
        isPaid: fc.boolean(),
        isAwaited: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    const anyEnrolments = fc.array(
      fc.record({
        enrolmentId: fc.constantFrom("e1", "e2"),
        fromMonth: fc.constantFrom(month("2026-07"), month("2026-11"), month("2026-12")),
        untilMonth: fc.constantFrom(null, november, month("2026-12")),
        acceptedOn: fc.constant(civilDate("2026-07-10")),
        price: fc.constantFrom(price("private", november), price("apbn-apbd", november)),
      }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(anyStanding, anyEnrolments, (standing, enrolments) => {
        const before = facts({ standing, enrolments });
        const after = applied(before, planMonth(before));
        expect({ ...planMonth(after), parked: null }).toEqual({ add: [], reverse: [], parked: null });
      }),
    );
  });
});
