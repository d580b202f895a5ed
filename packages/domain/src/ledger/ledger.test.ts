import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rupiah } from "#money";
import { month } from "#time";
import {
  accountOf,
  chart,
  type LedgerEvent,
  mirrorOf,
  officePart,
  payerOwing,
  type PayerAccount,
  postingsOf,
  sideOf,
} from "./index.ts";

const sponsor: PayerAccount = { kind: "sponsor", id: "7f" };
const village: PayerAccount = { kind: "village", code: "1377012003" };
const city: PayerAccount = { kind: "city" };
const january = month("2026-01");

const amount = fc.integer({ min: 1, max: 1e12 }).map(rupiah);
const payer = fc.constantFrom(sponsor, village, city);
const office = fc.constantFrom("dinkes", "setda.1");
const anyMonth = fc.integer({ min: 1, max: 12 }).map((n) => month(`2026-${String(n).padStart(2, "0")}`));
const known = fc.oneof(
  fc.record({ kind: fc.constant("office" as const), office }),
  fc.record({ kind: fc.constant("payer" as const), payer }),
);
const bank = fc.constant("nagari");
const held = fc.constantFrom(
  { by: "us" as const },
  { by: "bpjs" as const },
  { by: "bank" as const, bank: "nagari" },
);
const of = <Kind extends LedgerEvent["kind"]>(kind: Kind) => fc.constant(kind);
const anyEvent: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({ kind: of("oblige"), payer, month: anyMonth, amount }),
  fc.record({
    kind: of("deduct"),
    office,
    shares: fc.array(fc.record({ payer, amount, owed: fc.nat(1e9).map(rupiah) }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  fc.record({
    kind: of("receive"),
    bank,
    from: fc.oneof(known, fc.constant({ kind: "unknown" as const })),
    amount,
  }),
  fc.record({ kind: of("identify"), from: known, amount }),
  fc.record({ kind: of("allocate"), payer, amount }),
  fc.record({ kind: of("release"), payer, amount }),
  fc.record({ kind: of("credit"), month: anyMonth, amount }),
  fc.record({ kind: of("remit"), bank, month: anyMonth, amount }),
  fc.record({ kind: of("prepay"), bank, month: anyMonth, amount }),
  fc.record({ kind: of("consume"), month: anyMonth, amount }),
  fc.record({ kind: of("reject"), month: anyMonth, held, amount }),
  fc.record({ kind: of("reallocate"), payer, amount }),
  fc.record({ kind: of("bear"), office, payer, amount }),
  fc.record({
    kind: of("waive"),
    payer,
    months: fc.array(fc.record({ month: anyMonth, amount }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: of("owe-refund"), payer, payee: fc.constant("7f"), amount }),
  fc.record({ kind: of("pay-refund"), payee: fc.constant("7f"), bank, amount }),
);

describe("every event", () => {
  test("moves money between at least two accounts of the chart, none twice, and adds up to zero", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const lines = postingsOf(event);
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(0);
        expect(new Set(lines.map(({ account }) => account)).size).toBe(lines.length);
        expect(
          lines.filter(({ account, amount: size }) => size === 0 || sideOf(account) === undefined),
        ).toEqual([]);
      }),
    );
  });

  test("is undone by its mirror, and the mirror of the mirror is itself", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const lines = postingsOf(event);
        expect(mirrorOf(mirrorOf(lines))).toEqual(lines);
        expect(mirrorOf(lines).map((line, at) => line.amount + lines[at]!.amount)).toEqual(
          lines.map(() => 0),
        );
      }),
    );
  });

  test("moves more than nothing", () => {
    for (const wrong of [0, -8400, 0.5, 1e15]) {
      const event = { kind: "allocate", payer: sponsor, amount: wrong } as unknown as LedgerEvent;
      expect(() => postingsOf(event)).toThrow(RangeError);
    }
  });
});

const refusedFrom = (by: "us" | "bpjs") =>
  postingsOf({ kind: "reject", month: january, held: { by }, amount: rupiah(8400) })[0]!.account;

describe("by example", () => {
  test("a month of a sponsor's worker is owed by him and payable to BPJS", () => {
    expect(postingsOf({ kind: "oblige", payer: sponsor, month: january, amount: rupiah(8400) })).toEqual([
      { account: "1200:S:7f", amount: 8400 },
      { account: "2100:2026-01", amount: -8400 },
    ]);
  });

  test("what an office takes goes against what is owed; what it takes too much stays the payer's", () => {
    const shares = [
      { payer: sponsor, amount: rupiah(16_800), owed: rupiah(8400) },
      { payer: city, amount: rupiah(1000), owed: rupiah(0) },
    ];
    expect(postingsOf({ kind: "deduct", office: "dinkes", shares })).toEqual([
      { account: "1150:dinkes", amount: 17_800 },
      { account: "1200:S:7f", amount: -8400 },
      { account: "2200:S:7f", amount: -8400 },
      { account: "2220:K", amount: -1000 },
    ]);
  });

  test("what was taken for a month that is owed no more is the payer's again, found by what he owed", () => {
    const lines = postingsOf({ kind: "release", payer: village, amount: rupiah(8400) });
    expect(lines).toEqual([
      { account: "1210:D:1377012003", amount: 8400 },
      { account: "2210:D:1377012003", amount: -8400 },
    ]);
    for (const each of [sponsor, village, city]) {
      const [owed, money] = postingsOf({ kind: "release", payer: each, amount: rupiah(1) });
      expect([payerOwing(owed!.account), payerOwing(money!.account)]).toEqual([each, undefined]);
    }
  });

  test("money nobody knows waits in suspense, and is named later", () => {
    expect(
      postingsOf({ kind: "receive", bank: "nagari", from: { kind: "unknown" }, amount: rupiah(5) })[1],
    ).toEqual({ account: "2400", amount: -5 });
    expect(
      postingsOf({ kind: "identify", from: { kind: "payer", payer: village }, amount: rupiah(5) }),
    ).toEqual([
      { account: "2400", amount: 5 },
      { account: "2210:D:1377012003", amount: -5 },
    ]);
  });

  test("what BPJS refuses is to be given another worker, wherever the money lies", () => {
    expect([refusedFrom("us"), refusedFrom("bpjs")]).toEqual(["2100:2026-01", "1300:2026-01"]);
  });

  test("opening balances stand against one control account", () => {
    const balances = [
      { account: accountOf("bank", "nagari"), amount: 100 },
      { account: accountOf("suspense"), amount: -30 },
    ];
    expect(postingsOf({ kind: "open", balances })).toEqual([...balances, { account: "9000", amount: -70 }]);
  });
});

test("an account is one of the chart, and its parts are plain", () => {
  expect(new Set(chart.map(({ number }) => number)).size).toBe(chart.length);
  expect([sideOf("1100:x"), sideOf("2400"), sideOf("9000"), sideOf("7777"), sideOf("1100:")]).toEqual([
    "debit",
    "credit",
    "either",
    undefined,
    undefined,
  ]);
  for (const wrong of ["a b", "", "a:b", "é"]) expect(() => accountOf("bank", wrong)).toThrow(RangeError);
});

test("two offices never share an account, whatever signs their names have", () => {
  expect(officePart("Dinas Sosial")).toBe("Dinas-Sosial");
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(officePart(one) === officePart(other)).toBe(one === other);
      expect(one === "" || sideOf(accountOf("deducted", officePart(one))) === "debit").toBe(true);
    }),
  );
});
