import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, month, monthAtIndex, monthIndex } from "#time";
import { type Owed, proofOf, type Received } from "./index.ts";

const today = civilDate("2026-11-21");
const owe = (of: string, workers = 1): Owed => ({ month: month(of), workers, rupiah: workers * 8_400 });
const got = (of: string, over: Partial<Received> = {}): Received => ({
  month: month(of),
  on: civilDate(`${of}-09`),
  worker: "a",
  rupiah: 8_400,
  isOwn: true,
  ...over,
});

/** November and October as they stand by what was received. */
const states = (received: Received[]) =>
  proofOf([owe("2026-10"), owe("2026-11")], received, today).months.map(({ state }) => state);

describe("the proof of a sponsor", () => {
  test("shows each month as promised and received, the latest first", () => {
    const { months } = proofOf([owe("2026-10"), owe("2026-11")], [got("2026-10")], today);
    expect(months.map(({ month: of, state }) => [of, state])).toEqual([
      ["2026-11", "not-yet"],
      ["2026-10", "received"],
    ]);
    expect(months[1]).toMatchObject({
      owed: { rupiah: 8_400 },
      received: { on: "2026-10-09", ownRupiah: 8_400 },
    });
  });

  test("calls a month late only when it is over, and partly received while a worker of several is missing", () => {
    const { months } = proofOf(
      [owe("2026-11", 2), owe("2026-10", 2)],
      [got("2026-11"), got("2026-10")],
      today,
    );
    expect(months.map(({ state }) => state)).toEqual(["partly", "late"]);
  });

  test("calls a month received only once its whole sum is there: a part payment is partly, and late when the month is over", () => {
    const half = { rupiah: 4_200 };
    expect(states([got("2026-11", half), got("2026-10", half)])).toEqual(["partly", "late"]);
    expect(states([got("2026-11", half), got("2026-11", half), got("2026-10")])).toEqual([
      "received",
      "received",
    ]);
    expect(states([got("2026-11", { rupiah: null }), got("2026-10")])).toEqual(["received", "received"]);
  });

  test("never counts a month that a fund paid as the sponsor's", () => {
    const owed = ["2026-08", "2026-09", "2026-10"].map((of) => owe(of));
    const received = [got("2026-08"), got("2026-09", { isOwn: false }), got("2026-10")];
    const proof = proofOf(owed, received, today);
    expect(proof).toMatchObject({
      unbroken: 3,
      own: { months: 2, rupiah: 16_800 },
      others: { months: 1, rupiah: 8_400 },
    });
    expect(proof.months[1]).toMatchObject({ byOthers: 1, received: { ownRupiah: 0 } });
  });

  test("counts months in a row up to today, and none past a month that is missing or late", () => {
    const owed = ["2026-07", "2026-09", "2026-10", "2026-11"].map((of) => owe(of));
    const received = [got("2026-07"), got("2026-09"), got("2026-10")];
    expect(proofOf(owed, received, today).unbroken).toBe(2);
    expect(proofOf(owed, received.slice(0, 2), today).unbroken).toBe(0);
  });

  test("says nothing before anything is owed or received", () => {
    expect(proofOf([], [], today)).toMatchObject({ months: [], unbroken: 0, own: { months: 0, rupiah: 0 } });
  });

  test("adds up: every rupiah received is the sponsor's or another's, whatever the order", () => {
    const first = monthIndex(month("2026-01"));
    const receipt = fc.record({
      month: fc.integer({ min: first, max: first + 11 }).map(monthAtIndex),
      on: fc.constant(today),
      worker: fc.constantFrom("a", "b", "c"),
      rupiah: fc.integer({ min: 0, max: 50_000 }),
      isOwn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(receipt), (received) => {
        const proof = proofOf([], received, today);
        const total = received.reduce((sum, { rupiah }) => sum + rupiah, 0);
        expect(proof.own.rupiah + proof.others.rupiah).toBe(total);
        const shown = proof.months.reduce((sum, each) => sum + (each.received?.ownRupiah ?? 0), 0);
        expect(shown).toBe(proof.own.rupiah);
        expect(proofOf([], received.toReversed(), today)).toEqual(proof);
      }),
    );
  });
});
