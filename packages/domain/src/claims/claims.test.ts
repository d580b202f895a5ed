import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDate, daysBetween } from "#time";
import {
  claimStates,
  claimSteps,
  clocksOf,
  compareMoney,
  documentsWith,
  isOpen,
  lateSum,
  mayTake,
  missingOf,
  ruleOf,
  stepsFrom,
  turnOf,
  unexplained,
} from "./index.ts";

const days = {
  kind: "natural-death" as const,
  happenedOn: civilDate("2026-11-04"),
  accidentOn: null,
  happenedTime: null,
  toldBpjsAt: null,
  handedInOn: null,
  answeredOn: null,
};
/** Epoch milliseconds of a time of day in Asia/Jakarta. */
const at = (on: string, time = "09:00") => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const ofDay = (hours - 7) * 60 + minutes;
  return (daysBetween(civilDate("1970-01-01"), civilDate(on)) * 1440 + ofDay) * 60_000;
};

describe("the clocks of a case", () => {
  test("a natural death has no two times 24 hours, and may be claimed until the day five years on", () => {
    const clocks = clocksOf(days, at("2026-11-10"), civilDate("2026-11-10"));
    expect(clocks.map(({ name }) => name)).toEqual(["answer", "claim"]);
    expect(clocks[1]).toMatchObject({ until: "2031-11-04", state: "running" });
    expect(clocksOf(days, at("2031-11-05"), civilDate("2031-11-05"))[1]).toMatchObject({
      state: "late",
      left: -1,
    });
  });

  test("of a death at work reporting runs from the accident, whose time of day is another than the death's", () => {
    const dead = {
      ...days,
      kind: "work-accident-death" as const,
      accidentOn: civilDate("2026-11-03"),
      happenedTime: "21:00",
    };
    expect(clocksOf(dead, at("2026-11-04"), civilDate("2026-11-04"))[0]).toMatchObject({
      until: at("2026-11-05", "00:00"),
    });
  });

  test("BPJS answers within three working days a death, within seven an accident, and stops the clock by its answer", () => {
    const asked = { ...days, handedInOn: civilDate("2026-11-12") };
    const answer = (more: object, today = "2026-11-20") =>
      clocksOf({ ...asked, ...more }, at(today), civilDate(today)).find(({ name }) => name === "answer");
    expect(answer({})).toMatchObject({ until: "2026-11-17", state: "late", left: -3 });
    expect(answer({ kind: "work-accident" })).toMatchObject({
      until: "2026-11-23",
      state: "running",
      left: 3,
    });
    expect(answer({ answeredOn: civilDate("2026-11-17") })).toMatchObject({ state: "in-time", left: 0 });
  });

  test("a day late costs one per cent, and a negative delay nothing", () => {
    expect(lateSum(42_000_000, 3)).toBe(1_260_000);
    expect(lateSum(42_000_000, -3)).toBe(0);
  });
});

describe("the steps of a case", () => {
  test("every state that is open has an owner and a way on; what is over has neither", () => {
    for (const state of claimStates) {
      expect(turnOf(state, days.happenedOn, null).owner === "nobody", state).toBe(!isOpen(state));
      expect(stepsFrom(state).length > 0, state).toBe(state !== "withdrawn");
    }
  });

  test("no run of steps from the beginning leaves the states, or comes to money without an answer", () => {
    assert(
      property(array(constantFrom(...claimSteps), { maxLength: 40 }), (steps) => {
        let state: (typeof claimStates)[number] = "collecting";
        let isAnswered = false;
        for (const step of steps) {
          if (!mayTake(step, state)) continue;
          if (step === "reopen") break;
          if (step === "accept") isAnswered = true;
          state = ruleOf(step).to ?? state;
          if (state === "paid") expect(isAnswered).toBe(true);
        }
      }),
    );
  });
});

const sum = (of: readonly { amount: number }[]) => of.reduce((all, { amount }) => all + amount, 0);

describe("money", () => {
  const estimate = {
    parts: [
      { part: "death-lump", amount: 20, rule: "" },
      { part: "funeral", amount: 10, rule: "" },
    ],
  };

  test("a part that differs stays open until somebody says why; what came beside the estimate is shown", () => {
    const lines = compareMoney(
      estimate,
      [
        { part: "death-lump", amount: 20 },
        { part: "late-interest", amount: 1 },
      ],
      [{ part: "funeral", reason: "receipt-awaited" }],
    );
    expect(lines.map(({ part, difference }) => [part, difference])).toEqual([
      ["death-lump", 0],
      ["funeral", -10],
      ["late-interest", 1],
    ]);
    expect(unexplained(lines).map(({ part }) => part)).toEqual(["late-interest"]);
  });

  test("differences add up to what was received less what was expected, whatever comes in however many sums", () => {
    const parts = array(
      record({
        part: constantFrom("death-lump", "funeral", "other"),
        amount: integer({ min: 1, max: 10 ** 8 }),
      }),
    );
    assert(
      property(parts, (received) => {
        const lines = compareMoney(estimate, received, []);
        expect(lines.reduce((all, { difference }) => all + difference, 0)).toBe(
          sum(received) - sum(estimate.parts),
        );
      }),
    );
  });
});

test("a file is whole when everything needed of everybody is there; what only some need holds nobody up", () => {
  const documents = documentsWith("natural-death", true, []);
  expect(documents.find(({ code }) => code === "id-card")).toMatchObject({ state: "at-city" });
  const needed = missingOf(documents).map(({ code }) => code);
  expect(needed).toContain("heirs-letter");
  expect(needed).not.toContain("marriage-book");
  expect(
    missingOf(
      documentsWith(
        "natural-death",
        true,
        needed.map((code) => ({ code, state: "have" as const })),
      ),
    ),
  ).toEqual([]);
});
