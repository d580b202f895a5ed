import { describe, expect, test } from "vitest";
import { parseCoverInput } from "./parse-cover-input.ts";

/** The example of the command line contract, with every kind of event. */
const everyKind = {
  segment: "bpu",
  person: { birthDate: "1973-02-01" },
  events: [
    { type: "registered", on: "2025-04-24", wadah: "SG", payer: "apbn-apbd", programmes: ["jkk", "jkm"] },
    { type: "rejected", on: "2025-04-24", reason: "nik-not-found" },
    { type: "accepted", on: "2025-04-24" },
    {
      type: "paid",
      month: "2025-04",
      on: "2025-04-24",
      payer: "private",
      recordedAt: "2025-04-25T01:02:03Z",
    },
    { type: "reversed", month: "2025-04", on: "2025-04-26" },
    { type: "listed", status: "active", asOf: "2025-04-30" },
    { type: "accident", on: "2025-05-01" },
    { type: "moved", on: "2025-05-02" },
    { type: "formal-job", on: "2025-05-03" },
    { type: "died", on: "2025-05-05", cause: "natural" },
  ],
};

function problemsOf(data: unknown) {
  const parsed = parseCoverInput(data);
  return parsed.outcome === "refused" ? parsed.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

describe("input of the cover clock", () => {
  test("with every kind of event is read as it stands", () => {
    expect(parseCoverInput(everyKind)).toEqual({ outcome: "parsed", input: everyKind });
  });

  test("may do without the person and ignores fields it does not know", () => {
    const parsed = parseCoverInput({
      segment: "pu-village",
      name: "x",
      events: [{ type: "moved", on: "2025-01-01", to: "y" }],
    });
    expect(parsed).toEqual({
      outcome: "parsed",
      input: { segment: "pu-village", person: {}, events: [{ type: "moved", on: "2025-01-01" }] },
    });
  });

  test("may tell the amount of a payment, its last month, the sector and the day of an accident", () => {
    const events = [
      { type: "registered", on: "2026-01-01", sector: "transport" },
      { type: "paid", month: "2026-01", until: "2026-12", on: "2026-01-05", amount: 100_800 },
      { type: "reversed", month: "2026-11", until: "2026-12", on: "2026-10-05" },
      { type: "died", on: "2026-11-01", accidentOn: "2026-10-30" },
    ];
    expect(parseCoverInput({ segment: "bpu", events })).toMatchObject({
      outcome: "parsed",
      input: { events },
    });
  });

  test.each([
    [{ until: "2025-12" }, "events.0.until invalid"],
    [{ until: "2046-01" }, "events.0.until invalid"],
    [{ until: "2026" }, "events.0.until not-a-month"],
    [{ amount: -1 }, "events.0.amount invalid"],
    [{ amount: 8_400.5 }, "events.0.amount invalid"],
    [{ amount: "8400" }, "events.0.amount invalid"],
  ])("refuses a payment with %j", (more, problem) => {
    const event = { type: "paid", month: "2026-01", on: "2026-01-05", ...more };
    expect(problemsOf({ segment: "bpu", events: [event] })).toEqual([problem]);
  });

  test("may say null where nothing is known", () => {
    const events = [{ type: "paid", month: "2025-01", on: "2025-01-01", payer: null }];
    expect(parseCoverInput({ segment: "bpu", person: { birthDate: null }, events })).toEqual({
      outcome: "parsed",
      input: { segment: "bpu", person: {}, events: [{ type: "paid", month: "2025-01", on: "2025-01-01" }] },
    });
  });

  test.each([
    ["Aktif", "active"],
    ["ACTIVE", "active"],
    ["nonaktif", "inactive"],
    ["Tidak Aktif ", "inactive"],
    ["keluar", "inactive"],
  ])("reads the status %j of a list as %s", (status, meaning) => {
    const parsed = parseCoverInput({
      segment: "bpu",
      events: [{ type: "listed", status, asOf: "2025-01-31" }],
    });
    expect(parsed).toMatchObject({ outcome: "parsed", input: { events: [{ status: meaning }] } });
  });

  test("is refused with every problem at once, each with its place", () => {
    const events = [
      { type: "payed", month: "2025-04", on: "2025-04-24" },
      { type: "paid", month: "2025-13", on: "2025-02-30" },
      { type: "listed", status: "perhaps", asOf: "2025-01-31" },
      { type: "accepted" },
      { on: "2025-01-01" },
      { type: "died", on: "2025-01-01", recordedAt: "2025-01-01T08:00:00+07:00" },
    ];
    expect(problemsOf({ segment: "bpu", person: { birthDate: "1973" }, events })).toEqual([
      "person.birthDate not-a-date",
      "events.0.type unknown-event-type",
      "events.1.month not-a-month",
      "events.1.on not-a-date",
      "events.2.status invalid",
      "events.3.on invalid",
      "events.4.type unknown-event-type",
      "events.5.recordedAt invalid",
    ]);
  });

  test.each([
    [null],
    ["text"],
    [[]],
    [{ events: [] }],
    [{ segment: "pbi", events: [] }],
    [{ segment: "bpu" }],
  ])("%j is no input", (data) => {
    expect(problemsOf(data)).not.toEqual([]);
  });

  test("never repeats a value in a problem, because values can be about a person", () => {
    const parsed = parseCoverInput({
      segment: "secret-text",
      events: [{ type: "secret-text", on: "secret-text" }],
    });
    expect(JSON.stringify(parsed)).not.toContain("secret-text");
  });
});
