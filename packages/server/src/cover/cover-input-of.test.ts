import { explainCover } from "@tuwai/domain/cover";
import { civilDate, month } from "@tuwai/domain/time";
import { describe, expect, test } from "vitest";
import type { CoverEventRow } from "./cover-event.store.ts";
import { coverInputOf } from "./cover-input-of.ts";

const subject = { birthDate: civilDate("1980-05-01"), diedOn: null, movedOn: null };

const anEvent = (type: string, on: string, over: Partial<CoverEventRow> = {}): CoverEventRow => ({
  personId: "p1",
  type,
  effectiveOn: civilDate(on),
  recordedAt: new Date(`${on}T03:00:00Z`),
  month: null,
  payer: null,
  details: {},
  ...over,
});

const registered = anEvent("registered", "2026-11-03", {
  payer: "pooled-asn",
  details: { wadah: "SG", programmes: ["jkk", "jkm"] },
});
const accepted = anEvent("accepted", "2026-11-05");
const paid = anEvent("paid", "2026-11-06", { month: month("2026-11"), payer: "pooled-asn" });
const stateOf = (events: readonly CoverEventRow[]) =>
  explainCover(coverInputOf({ subject, events, memberships: [] }), civilDate("2026-11-21")).state;

const stateOn = (events: readonly CoverEventRow[], day: string) =>
  explainCover(coverInputOf({ subject, events, memberships: [] }), civilDate(day)).state;

const judged = (details: object) => ({ ...paid, details: { ...details } });
const inputOf = (event: CoverEventRow) =>
  coverInputOf({ subject, events: [accepted, event], memberships: [] });

describe("what the cover clock is given", () => {
  test("registration, acceptance and payment in the shape of the clock", () => {
    expect(coverInputOf({ subject, events: [registered], memberships: [] })).toMatchObject({
      segment: "bpu",
      person: { birthDate: "1980-05-01" },
      events: [
        {
          type: "registered",
          on: "2026-11-03",
          wadah: "SG",
          payer: "pooled-asn",
          programmes: ["jkk", "jkm"],
        },
      ],
    });
    expect(stateOf([registered, accepted, paid])).toBe("covered");
  });

  test("a death the register knows stops the clock without an event of its own", () => {
    const input = coverInputOf({
      subject: { ...subject, diedOn: civilDate("2026-11-15") },
      events: [registered, accepted, paid],
      memberships: [],
    });
    expect(explainCover(input, civilDate("2026-11-21")).state).toBe("died");
  });

  test("a death told by an event and by the register is one death, on the day of the event", () => {
    const died = anEvent("died", "2026-11-15", { details: { cause: "illness" } });
    const known = { ...subject, diedOn: civilDate("2026-11-14") };
    const input = coverInputOf({
      subject: known,
      events: [registered, accepted, paid, died],
      memberships: [],
    });
    expect(input.events.filter(({ type }) => type === "died")).toEqual([
      { type: "died", on: "2026-11-15", recordedAt: "2026-11-15T03:00:00.000Z", cause: "illness" },
    ]);
  });

  test("BPJS's own list speaks for somebody we never enrolled", () => {
    const memberships = [{ personId: "p1", status: "active", asOf: civilDate("2026-11-01") }];
    expect(
      explainCover(coverInputOf({ subject, events: [], memberships }), civilDate("2026-11-21")).state,
    ).toBe("listed");
  });

  test("a receipt tells its amount beside what it was judged against, whatever the law says of it", () => {
    const full = inputOf(judged({ amountRupiah: 8_400, expectedRupiah: 8_400 }));
    expect(full.events[1]).toMatchObject({ type: "paid", amount: 8_400, expected: 8_400 });
    expect(inputOf(judged({ amountRupiah: 8_400 })).events[1]).not.toHaveProperty("amount");
    const less = inputOf(judged({ amountRupiah: 5_000, expectedRupiah: 8_400 }));
    expect(explainCover(less, civilDate("2026-11-21")).state).toBe("waiting-first-payment");
  });

  test("an event the clock does not know is a failure, never silence", () => {
    expect(() =>
      coverInputOf({ subject, events: [anEvent("guessed", "2026-11-01")], memberships: [] }),
    ).toThrow(RangeError);
  });

  test("an accident before membership is judged on its own day, whenever the worker died of it", () => {
    const died = anEvent("died", "2026-11-20", {
      details: { cause: "work-accident", accidentOn: "2026-10-30" },
    });
    const events = [registered, accepted, paid, died];
    const { ifDeath } = explainCover(
      coverInputOf({ subject, events, memberships: [] }),
      civilDate("2026-11-21"),
    );
    expect(ifDeath.workAccident).toMatchObject({ amount: 0, rule: "accident-before-membership" });
  });

  test("an officer's registration says by whose day a month is paid; without it the worker pays alone", () => {
    const officer = {
      ...registered,
      details: { programmes: ["jkk", "jkm"], segment: "pu-village", baseRupiah: 2_500_000 },
    };
    expect(stateOn([registered, accepted, paid], "2026-12-31")).toBe("grace-1");
    expect(stateOn([officer, accepted, paid], "2026-12-31")).toBe("due");
    expect(stateOn([officer, accepted, paid], "2027-01-31")).toBe("village-owes");
  });
});
