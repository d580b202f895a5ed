import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postingsOf, sideOf } from "#ledger";
import { multiplyRupiah, rupiah } from "#money";
import { civilDate, month } from "#time";
import {
  almsAccount,
  type AlmsFact,
  type AlmsKind,
  almsKinds,
  almsMirror,
  almsPostings,
  collectingAgainst,
  costRoom,
  endsSoon,
  fundBalance,
  fundMonth,
  isAlmsAccount,
  isFew,
  moveRound,
  nextStepOf,
  permitAgainst,
  planDistribution,
  readAlmsAmount,
  receiptNumber,
  splitTransfer,
} from "./index.ts";

const campaign = "yatim-2026";
const fact = (kind: AlmsKind, amount: number, on = "2026-12-01"): AlmsFact => ({
  kind,
  isReversal: false,
  on: civilDate(on),
  lines: almsPostings({ kind, campaign, amount: rupiah(amount) }),
});
const children = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ childId: `anak-${at}`, siblings: at % 3 }));

describe("a round of distribution", () => {
  test("800 donors of 5,000 against 51 children of 75,000 leave 175,000", () => {
    const fund = multiplyRupiah(rupiah(5_000), 800);
    const answer = planDistribution({ fund, perChild: rupiah(75_000), children: children(51) });
    expect(answer).toMatchObject({ outcome: "planned", plan: { total: 3_825_000, left: 175_000 } });
  });

  test("is refused where the fund does not hold it, with what is missing", () => {
    const answer = planDistribution({
      fund: rupiah(3_824_999),
      perChild: rupiah(75_000),
      children: children(51),
    });
    expect(answer).toEqual({ outcome: "refused", reasons: ["not-in-fund"], short: 1 });
  });

  test("names no child twice, and needs children and an amount", () => {
    const twice = [...children(2), ...children(1)];
    const ask = (perChild: number, of: typeof twice) =>
      planDistribution({ fund: rupiah(1_000_000), perChild: rupiah(perChild), children: of });
    expect(ask(1_000, twice)).toMatchObject({ reasons: ["same-child-twice"] });
    expect(ask(0, [])).toMatchObject({ reasons: ["no-children", "no-amount"] });
  });

  test("is approved by another than who locked it, and can be undone until then", () => {
    const locked = { state: "locked", lockedBy: "a", untold: 3 } as const;
    expect(moveRound(locked, "approve", "a")).toEqual({ outcome: "refused", reasons: ["same-person"] });
    expect(moveRound(locked, "approve", "b")).toEqual({ outcome: "moved", state: "approved" });
    expect(moveRound(locked, "unlock", "a")).toEqual({ outcome: "moved", state: "draft" });
    const approved = { ...locked, state: "approved" } as const;
    expect(moveRound(approved, "unlock", "a")).toMatchObject({ reasons: ["changed-meanwhile"] });
    expect(moveRound({ ...locked, state: "paid" }, "prove", "b")).toMatchObject({
      reasons: ["not-all-told"],
    });
    expect(moveRound({ state: "paid", lockedBy: "a", untold: 0 }, "prove", "a")).toMatchObject({
      state: "proven",
    });
  });
});

const step = (
  fund: number,
  ...rounds: readonly { state: "locked" | "paid" | "draft"; isOwnLock: boolean }[]
) => nextStepOf({ hasCampaign: true, fund, rounds });

test("the desk has one next step: what a child waits for comes first", () => {
  expect(nextStepOf({ hasCampaign: false, fund: 0, rounds: [] })).toBe("open-campaign");
  expect([step(0), step(1)]).toEqual(["receive", "plan"]);
  expect(step(1, { state: "locked", isOwnLock: true })).toBe("wait-approval");
  expect(step(1, { state: "locked", isOwnLock: false }, { state: "paid", isOwnLock: true })).toBe("approve");
  expect(step(1, { state: "draft", isOwnLock: false }, { state: "paid", isOwnLock: true })).toBe("prove");
});

describe("the fund", () => {
  test("keeps what was there before apart from what came in this month", () => {
    const facts = [
      fact("receive", 4_000_000, "2026-11-20"),
      fact("set-aside", 3_825_000, "2026-12-02"),
      fact("pay-out", 3_825_000, "2026-12-03"),
      fact("receive", 250_000, "2026-12-04"),
      fact("come-back", 75_000, "2026-12-05"),
      fact("cost", 20_000, "2026-12-06"),
    ];
    expect(fundMonth(facts, month("2026-12"))).toEqual({
      opening: 4_000_000,
      received: 250_000,
      distributed: 3_750_000,
      costs: 20_000,
      left: 480_000,
    });
    expect(fundBalance(facts, campaign)).toBe(480_000);
    expect(fundBalance(facts, "kampanye-lain")).toBe(0);
  });

  test("pays costs up to a tenth of what was received and not a rupiah more", () => {
    const on = civilDate("2026-12-01");
    expect(costRoom({ received: rupiah(4_000_005), costs: rupiah(399_999) }, on)).toBe(1);
    expect(costRoom({ received: rupiah(4_000_005), costs: rupiah(400_000) }, on)).toBe(0);
    expect(() => costRoom({ received: rupiah(1), costs: rupiah(0) }, civilDate("1979-01-01"))).toThrow(
      RangeError,
    );
  });

  test("of any events in any order balances, and what is reversed leaves no trace in sums", () => {
    const event = fc.record({
      kind: fc.constantFrom(...almsKinds),
      amount: fc.integer({ min: 1, max: 1_000_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const facts = events.map(({ kind, amount }) => fact(kind, amount));
        const lines = facts.flatMap((each) => each.lines);
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
        expect(lines.every(({ account }) => isAlmsAccount(account))).toBe(true);
        const mirrored = facts.map((each) => ({ ...each, isReversal: true, lines: almsMirror(each.lines) }));
        const all = fundMonth([...facts, ...mirrored], month("2026-12"));
        expect(all).toEqual({ opening: 0, received: 0, distributed: 0, costs: 0, left: 0 });
      }),
    );
  });

  test("shares no account with the books of contributions, in neither direction", () => {
    expect(sideOf(almsAccount("kas", campaign))).toBeUndefined();
    const open = postingsOf({
      kind: "receive",
      bank: "nagari",
      from: { kind: "unknown" },
      amount: rupiah(5),
    });
    expect(open.some(({ account }) => isAlmsAccount(account))).toBe(false);
    expect(() => almsAccount("kas", "1100:nagari")).toThrow(RangeError);
  });
});

describe("a transfer with two purposes", () => {
  const rows = [
    { purpose: "contribution" as const, amount: rupiah(16_800) },
    { purpose: "alms" as const, amount: rupiah(5_000) },
  ];
  const split = (total: number, isApproved = true, of = rows) =>
    splitTransfer({ total: rupiah(total), isApproved, rows: of });

  test("is split by the rows of an approved batch alone, and only where they add up to it", () => {
    expect(split(21_800)).toEqual({ outcome: "split", contributions: 16_800, alms: 5_000 });
    expect(split(21_799)).toEqual({ outcome: "suspense", amount: 21_799, reason: "sum-differs" });
    expect(split(21_800, false)).toMatchObject({ reason: "not-approved" });
    expect(split(21_800, true, [])).toMatchObject({ reason: "no-rows", amount: 21_800 });
  });

  test("is never more or less than what arrived", () => {
    const row = fc.record({
      purpose: fc.constantFrom("contribution" as const, "alms" as const),
      amount: fc.integer({ min: 1, max: 1e9 }).map(rupiah),
    });
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 1e10 }), fc.boolean(), (some, other, isExact) => {
        const total = rupiah(isExact ? some.reduce((sum, { amount }) => sum + amount, 0) : other);
        const answer = splitTransfer({ total, isApproved: true, rows: some });
        const parts = answer.outcome === "split" ? answer.contributions + answer.alms : answer.amount;
        expect(parts).toBe(total);
      }),
    );
  });
});

describe("a permit", () => {
  const permit = {
    holder: "foundation",
    number: "123/PUB/2026",
    from: civilDate("2026-11-01"),
    until: civilDate("2027-01-31"),
  } as const;
  test("lets a foundation collect from its first to its last day", () => {
    const on = (day: string) => collectingAgainst(permit, civilDate(day));
    expect([on("2026-10-31"), on("2026-11-01"), on("2027-01-31"), on("2027-02-01")]).toEqual([
      ["not-yet-permitted"],
      [],
      [],
      ["permit-ended"],
    ]);
    expect(permitAgainst({ ...permit, number: null })).toEqual(["permit-missing"]);
    expect(permitAgainst({ ...permit, until: null })).toEqual(["permit-window"]);
    expect(permitAgainst({ ...permit, until: civilDate("2026-10-01") })).toEqual(["permit-window"]);
  });

  test("is not asked of BAZNAS, and its end is told thirty days ahead", () => {
    const baznas = { holder: "baznas", number: null, from: null, until: null } as const;
    expect(collectingAgainst(baznas, civilDate("2026-12-01"))).toEqual([]);
    expect(endsSoon(permit, civilDate("2027-01-01"))).toBe(true);
    expect(endsSoon(permit, civilDate("2026-12-31"))).toBe(false);
    expect(endsSoon(baznas, civilDate("2027-01-01"))).toBe(false);
  });
});

test("reads an amount as people write it, and none that nobody means", () => {
  expect(["50.000", "Rp 50.000", "5000", "rp5.000"].map(readAlmsAmount)).toEqual([
    50_000, 50_000, 5_000, 5_000,
  ]);
  expect(["", "5,5", "-1", "999", "50.00", "9999999999", "lima"].map(readAlmsAmount)).toEqual(
    Array.from({ length: 7 }, () => undefined),
  );
  expect(receiptNumber({ year: 2026, number: 7 })).toBe("KS-2026-0007");
});

test("shows no count of one to four, and shows that there is none", () => {
  expect([0, 1, 4, 5].map(isFew)).toEqual([false, true, true, false]);
});
