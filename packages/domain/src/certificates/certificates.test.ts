import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, month, monthAtIndex, monthIndex } from "#time";
import { certificateLife, certifiedBy, type CountedReceipt } from "./index.ts";

const got = (of: string, over: Partial<CountedReceipt> = {}): CountedReceipt => ({
  month: month(of),
  on: civilDate(`${of}-09`),
  worker: "a",
  diedOn: null,
  rupiah: 8_400,
  owed: 8_400,
  ...over,
});
const since = (of: string, workers = 1) => ({ since: month(of), workers });

describe("a certificate", () => {
  test("says no more than the money received: the first month, and how many workers", () => {
    expect(certifiedBy([])).toBeNull();
    expect(certifiedBy([got("2026-08"), got("2026-07"), got("2026-08", { worker: "b" })])).toEqual(
      since("2026-07", 2),
    );
  });

  test("stays valid while the money bears what it says, however much more comes", () => {
    expect(certificateLife(since("2026-07"), [got("2026-07")])).toEqual({ state: "valid" });
    const more = [got("2026-07"), got("2026-08"), got("2026-08", { worker: "b" })];
    expect(certificateLife(since("2026-07"), more)).toEqual({ state: "valid" });
  });

  test("is withdrawn when all of it was reversed, or went back after a death", () => {
    expect(certificateLife(since("2026-07"), [])).toEqual({ state: "withdrawn", reason: "money-reversed" });
    const late = got("2026-07", { diedOn: civilDate("2026-06-30") });
    expect(certificateLife(since("2026-07"), [late])).toEqual({
      state: "withdrawn",
      reason: "money-refunded",
    });
    const receivedLate = got("2026-07", { diedOn: civilDate("2026-07-08") });
    expect(certifiedBy([receivedLate])).toBeNull();
  });

  test("is replaced when the money that stands begins later or bears fewer workers", () => {
    expect(certificateLife(since("2026-07"), [got("2026-08")])).toMatchObject({
      state: "replaced",
      by: since("2026-08"),
    });
    expect(certificateLife(since("2026-07", 2), [got("2026-07")])).toMatchObject({
      state: "replaced",
      by: since("2026-07", 1),
    });
  });

  test("is borne by no part payment, until what is missing arrives for the same worker and month", () => {
    const half = { rupiah: 4_200 };
    expect(certifiedBy([got("2026-07", half)])).toBeNull();
    expect(certifiedBy([got("2026-07", half), got("2026-08", half)])).toBeNull();
    expect(certifiedBy([got("2026-07", half), got("2026-07", { ...half, worker: "b" })])).toBeNull();
    expect(certifiedBy([got("2026-07", half), got("2026-07", half)])).toEqual(since("2026-07"));
    const underpaid = [got("2026-07", half)];
    expect(certificateLife(since("2026-07"), underpaid)).toEqual({
      state: "withdrawn",
      reason: "money-reversed",
    });
  });

  test("that replaces another is valid by the same money", () => {
    const first = monthIndex(month("2026-01"));
    const receipt = fc.record({
      month: fc.integer({ min: first, max: first + 11 }).map(monthAtIndex),
      on: fc.constantFrom(civilDate("2026-03-01"), civilDate("2026-09-01")),
      worker: fc.constantFrom("a", "b"),
      diedOn: fc.constantFrom(null, civilDate("2026-05-05")),
      rupiah: fc.constantFrom(null, 4_200, 8_400),
      owed: fc.constant(8_400),
    });
    fc.assert(
      fc.property(fc.array(receipt), (receipts) => {
        const life = certificateLife(since("2026-04", 2), receipts);
        const now = certifiedBy(receipts);
        if (life.state === "replaced") expect(certificateLife(life.by, receipts)).toEqual({ state: "valid" });
        expect(life.state === "withdrawn").toBe(now === null);
        expect(certifiedBy(receipts.toReversed())).toEqual(now);
      }),
    );
  });
});
