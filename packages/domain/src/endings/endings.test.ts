import { describe, expect, it } from "vitest";
import { civilDate } from "#time";
import {
  endMeanings,
  endOfStop,
  endReasons,
  type EndReason,
  firstInLineReasons,
  type HoldFacts,
  holdNow,
  pairEndReasons,
  reasonsAgainstExtension,
  stopReasons,
} from "./index.ts";

const day = civilDate;
const held = (holds: string) => endReasons.filter((reason) => endMeanings[reason].holds === holds);

describe("why a pair ends", () => {
  it("a sponsor who leaves leaves the worker held, and a worker who leaves the sponsor's place; what never was holds nobody", () => {
    expect(held("worker")).toEqual(["sponsor-stopped", "sponsor-retired", "sponsor-moved", "sponsor-died"]);
    expect(held("sponsor")).toEqual([
      "worker-died",
      "worker-moved",
      "worker-formal-job",
      "double-cover",
      "exchange",
    ]);
    expect(held("none")).toEqual(["never-paid", "our-mistake"]);
  });

  it("our mistake and what was never paid are no part of a sponsor's history; everything else is", () => {
    const outside = endReasons.filter((reason) => !endMeanings[reason].isHistory);
    expect(outside).toEqual(["never-paid", "our-mistake"]);
  });

  it("months are asked back after a worker left, where two paid, and wholly where it was our mistake; never from a sponsor who stops", () => {
    const refunds = Object.fromEntries(endReasons.map((reason) => [reason, endMeanings[reason].refunds]));
    const back = (kind: string) => endReasons.filter((reason: EndReason) => refunds[reason] === kind);
    expect(back("after")).toEqual(["worker-died", "worker-moved", "worker-formal-job"]);
    expect(back("twice")).toEqual(["double-cover"]);
    expect(back("all")).toEqual(["our-mistake"]);
  });

  it("a worker who lost the sponsor without having left comes first in line; one who died, moved or has another payer does not", () => {
    expect(firstInLineReasons).toEqual([
      "sponsor-stopped",
      "sponsor-retired",
      "sponsor-moved",
      "sponsor-died",
      "never-paid",
      "exchange",
      "our-mistake",
    ]);
    expect(pairEndReasons).not.toContain("sponsor-died");
  });

  it("every reason to stop a pledge is a reason by which its pairs end", () => {
    expect(stopReasons.map(endOfStop)).toEqual([
      "sponsor-stopped",
      "sponsor-retired",
      "sponsor-moved",
      "sponsor-stopped",
      "sponsor-stopped",
      "sponsor-died",
      "never-paid",
      "our-mistake",
    ]);
  });
});

describe("a hold", () => {
  const until = day("2026-12-14");
  const facts: HoldFacts = {
    side: "worker",
    until,
    acts: [],
    safeRescueDay: null,
    isFilled: false,
  };
  const stateOn = (of: HoldFacts, on: string) => holdNow(of, day(on)).state;
  const extended = {
    kind: "extended",
    until: day("2026-12-28"),
    isPastSafeDay: false,
  } as const;

  it("holds to its last day and is over on the next, whether or not anything has run that night", () => {
    expect(stateOn(facts, "2026-12-14")).toBe("held");
    expect(stateOn(facts, "2026-12-15")).toBe("over");
  });

  it("of a worker ends with the last safe day, unless whoever extended it was warned; of a sponsor's place no day of cover shortens it", () => {
    const near = { ...facts, safeRescueDay: day("2026-12-10") };
    expect(holdNow(near, day("2026-12-11"))).toMatchObject({
      state: "over",
      until: "2026-12-10",
      isCutShort: true,
    });
    const warned = { ...near, acts: [{ ...extended, isPastSafeDay: true }] };
    expect(holdNow(warned, day("2026-12-11"))).toMatchObject({
      state: "held",
      until: "2026-12-28",
    });
    expect(holdNow({ ...near, side: "sponsor" }, day("2026-12-11")).state).toBe("held");
  });

  it("is over at once when it is released or filled, and held again once the release is undone", () => {
    expect(stateOn({ ...facts, acts: [{ kind: "released" }] }, "2026-12-01")).toBe("released");
    expect(stateOn({ ...facts, acts: [] }, "2026-12-01")).toBe("held");
    expect(stateOn({ ...facts, isFilled: true }, "2026-12-01")).toBe("filled");
  });

  it("is extended so often as the city allows, by no more than its own length, and past the safe day only by whoever was warned", () => {
    const by = {
      today: day("2026-12-10"),
      rules: { days: 14, extensionsAtMost: 1 },
    };
    const ask = (of: HoldFacts, to: string, isWarned = false) =>
      reasonsAgainstExtension(of, { until: day(to), isWarned }, by);
    expect(ask(facts, "2026-12-24")).toEqual([]);
    expect(ask(facts, "2026-12-14")).toEqual(["not-later"]);
    expect(ask(facts, "2026-12-25")).toEqual(["too-far"]);
    const near = { ...facts, safeRescueDay: day("2026-12-20") };
    expect([ask(near, "2026-12-21"), ask(near, "2026-12-21", true)]).toEqual([["past-safe-day"], []]);
    expect(ask({ ...facts, acts: [extended] }, "2026-12-24")).toEqual(["too-often", "not-later"]);
    expect(ask({ ...facts, acts: [{ kind: "released" }] }, "2026-12-24")).toEqual(["not-held"]);
  });
});
