import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BillFacts, judgeBill } from "./index.ts";

const facts = (over: Partial<BillFacts> = {}): BillFacts => ({
  owed: 23_760,
  billed: 23_760,
  received: 23_760,
  answers: [],
  ...over,
});

describe("a bill of a group and month", () => {
  test("is even when list, bill and money agree to the rupiah", () => {
    expect(judgeBill(facts())).toEqual({ state: "even", differences: [] });
    expect(judgeBill(facts({ billed: null, received: 0 })).state).toBe("no-bill");
    expect(judgeBill(facts({ received: 0 })).state).toBe("unpaid");
  });

  test("differs by one rupiah either way, and each difference waits for its own answer", () => {
    expect(judgeBill(facts({ billed: 23_761 }))).toEqual({
      state: "differs",
      differences: [
        { kind: "billed", rupiah: 1, answer: null },
        { kind: "received", rupiah: -1, answer: null },
      ],
    });
    const answers = [{ kind: "billed", rupiah: 1, answer: "paid-as-billed" }] as const;
    expect(judgeBill(facts({ billed: 23_761, received: 23_761, answers })).state).toBe("answered");
    expect(judgeBill(facts({ billed: 23_761, received: 0, answers })).state).toBe("unpaid");
  });

  test("is asked anew when the difference becomes another, however close", () => {
    const answers = [{ kind: "received", rupiah: -100, answer: "rest-follows" }] as const;
    expect(judgeBill(facts({ received: 23_660, answers })).state).toBe("answered");
    expect(judgeBill(facts({ received: 23_661, answers })).state).toBe("differs");
    expect(judgeBill(facts({ answers })).state).toBe("even");
  });

  test("is never even or answered while a rupiah is unexplained", () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, amount, (owed, billed, received) => {
        const { state, differences } = judgeBill({ owed, billed, received, answers: [] });
        expect(state === "even").toBe(owed === billed && billed === received);
        expect(differences.reduce((sum, { rupiah }) => sum + rupiah, owed)).toBe(received);
      }),
    );
  });
});
