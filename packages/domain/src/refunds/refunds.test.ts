import * as fc from "fast-check";
import { type CoverEvent, explainCover } from "#cover";
import { civilDate, listMonths, month, monthAtIndex, monthIndex } from "#time";
import { describe, expect, test } from "vitest";
import { type FoundRefund, followRefunds, type KeptLine, keyedRefunds, refundState } from "./index.ts";

const d = civilDate;
const january = monthIndex(month("2026-01"));
const aPayment = fc.record({
  of: fc.integer({ min: 0, max: 11 }).map((n) => monthAtIndex(january + n)),
  on: fc.integer({ min: 1, max: 12 }).map((n) => d(`2026-${String(n).padStart(2, "0")}-05`)),
  amount: fc.constantFrom(8400, 16_800),
});
const member: CoverEvent[] = [
  { type: "registered", on: d("2026-01-01"), payer: "private" },
  { type: "accepted", on: d("2026-01-01") },
];
type Paid = {
  readonly of: ReturnType<typeof month>;
  readonly on: ReturnType<typeof civilDate>;
  readonly amount: number;
};
const paid = ({ of, on, amount }: Paid): CoverEvent => ({
  type: "paid",
  month: of,
  on,
  payer: "private",
  amount,
  expected: 8400,
});

function foundIn(payments: readonly Paid[], diedOn: string | null): readonly FoundRefund[] {
  const death: CoverEvent[] = diedOn === null ? [] : [{ type: "died", on: d(diedOn), cause: "natural" }];
  const events = [...member, ...payments.map(paid), ...death];
  const input = { segment: "bpu" as const, person: { birthDate: d("1973-02-01") }, events };
  return keyedRefunds(explainCover(input, d("2027-06-30")).refunds);
}

function apply(kept: readonly KeptLine[], found: readonly FoundRefund[]): readonly KeptLine[] {
  const { add, close, renew } = followRefunds(found, kept);
  return [
    ...kept.map((line) => {
      const again = renew.find(({ id }) => id === line.id);
      if (again !== undefined) return { ...line, ...again, isClosed: false };
      return close.includes(line.id) ? { ...line, isClosed: true } : line;
    }),
    ...add.map(({ key, amount, reason }) => ({ id: key, key, amount, reason, isClosed: false })),
  ];
}
const openOf = (lines: readonly KeptLine[]) =>
  lines
    .filter(({ isClosed }) => !isClosed)
    .map(({ key, amount, reason }) => `${key} ${amount} ${reason}`)
    .toSorted();
const shown = (found: readonly FoundRefund[]) =>
  found.map(({ key, amount, reason }) => `${key} ${amount} ${reason}`).toSorted();

describe("lines follow the evidence", () => {
  test("exactly what is found has an open line, a second look changes nothing, and no line is ever lost", () => {
    const story = fc.array(
      fc.record({
        payments: fc.array(aPayment, { maxLength: 8 }),
        diedOn: fc.constantFrom(null, "2026-03-14", "2026-09-20"),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(story, (looks) => {
        let kept: readonly KeptLine[] = [];
        for (const { payments, diedOn } of looks) {
          const found = foundIn(payments, diedOn);
          const next = apply(kept, found);
          expect(openOf(next)).toEqual(shown(found));
          expect(next.map(({ id }) => id)).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
          expect(followRefunds(found, next)).toEqual({ add: [], close: [], renew: [] });
          kept = next;
        }
      }),
    );
  });

  test("a donor prepaid nine months too many and the worker died: 75,600 goes back, and none of it once the death is taken back", () => {
    const year = listMonths(month("2026-01"), month("2026-12")).map((of) => ({
      of,
      on: d("2026-01-05"),
      amount: 8400,
    }));
    const found = foundIn(year, "2026-03-14");
    expect(found.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(75_600);
    const kept = apply([], found);
    const after = apply(kept, foundIn(year, null));
    expect(after.map(({ isClosed }) => isClosed)).toEqual(kept.map(() => true));
    expect(openOf(apply(after, found))).toEqual(shown(found));
  });
});

test("two receipts of one day and payer for one month are two lines", () => {
  const twice = [1, 2, 3].map(() => ({ of: month("2026-02"), on: d("2026-02-05"), amount: 8400 }));
  expect(foundIn(twice, null).map(({ key }) => key)).toEqual([
    "2026-02|2026-02-05|private",
    "2026-02|2026-02-05|private|2",
  ]);
});

test("what was answered stays so when its evidence goes; else a closed line is closed, and one is asked before it is answered", () => {
  const line = { isAsked: false, isAnswered: false, isClosed: false };
  expect(refundState(line)).toBe("to-ask");
  expect(refundState({ ...line, isAsked: true })).toBe("asked");
  expect(refundState({ ...line, isAsked: true, isClosed: true })).toBe("closed");
  expect(refundState({ isAsked: true, isAnswered: true, isClosed: true })).toBe("answered");
});
