import { civilDate, month } from "#time";
import { describe, expect, test } from "vitest";
import type { CoverEvent } from "./cover-event.ts";
import { explainCover } from "./explain-cover.ts";
import { eventsRecordedBy, orderEvents } from "./order-events.ts";

const on = civilDate("2025-07-10");
const accepted: CoverEvent = { type: "accepted", on: civilDate("2025-07-01") };
const paid = (recordedAt?: string): CoverEvent => ({ type: "paid", month: month("2025-07"), on, recordedAt });
const reversed = (recordedAt?: string): CoverEvent => ({
  type: "reversed",
  month: month("2025-07"),
  on,
  recordedAt,
});

describe("two events of one day", () => {
  test("count in the order in which they were recorded", () => {
    const events = [accepted, paid("2025-07-12T00:00:00.250Z"), reversed("2025-07-12T00:00:00Z")];
    const { state, questions } = explainCover({ segment: "bpu", person: {}, events }, on);
    expect(state).toBe("covered");
    expect(questions.map(({ code }) => code)).toEqual(["reversal-without-payment"]);
  });

  test("recorded together count as payment first, reversal second", () => {
    const events = [reversed(), accepted, paid()];
    expect(explainCover({ segment: "bpu", person: {}, events }, on).state).toBe("waiting-first-payment");
  });

  test("stand in the order of effect, and later ones are left out", () => {
    expect(orderEvents([reversed(), paid(), accepted], civilDate("2025-07-09"))).toEqual([accepted]);
    expect(orderEvents([reversed(), paid(), accepted], on).map(({ type }) => type)).toEqual([
      "accepted",
      "paid",
      "reversed",
    ]);
  });
});

test("what was known at an instant can be asked for, whatever was learnt since", () => {
  const events = [accepted, paid("2025-07-12T00:00:00Z"), reversed("2025-08-01T00:00:00Z")];
  expect(eventsRecordedBy(events, "2025-07-12T00:00:00Z")).toEqual(events.slice(0, 2));
  expect(eventsRecordedBy(events, "2025-07-11T23:59:59.999Z")).toEqual([accepted]);
});
