import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallReason, chooseCalls, mostCalls } from "./index.ts";

const reason = (code: string, who: string, isUrgent = false): CallReason => ({ code, who, isUrgent });
const told = (sources: readonly (readonly CallReason[])[]) =>
  chooseCalls(sources).map(({ who, reason: { code }, also }) => [who, code, ...also.map((one) => one.code)]);

describe("whom to call", () => {
  it("is about three things rather than three times about one", () => {
    expect(
      told([
        [reason("ends", "a"), reason("ends", "b")],
        [reason("no-list", "c"), reason("no-list", "d")],
        [reason("few", "e")],
      ]),
    ).toEqual([
      ["a", "ends"],
      ["c", "no-list"],
      ["e", "few"],
    ]);
  });

  it("goes first to where something ends within days, however many they are", () => {
    const urgent = ["a", "b", "c"].map((who) => reason("ends", who, true));
    expect(told([[reason("no-list", "z")], urgent]).map(([who]) => who)).toEqual(["a", "b", "c"]);
  });

  it("names nobody twice: what else is to be said belongs to the same call", () => {
    expect(told([[reason("ends", "a")], [reason("no-list", "a"), reason("no-list", "b")]])).toEqual([
      ["a", "ends", "no-list"],
      ["b", "no-list"],
    ]);
  });

  it("is nobody when there is no reason, and never more than three or fewer than there are", () => {
    const some = fc.record({
      code: fc.constantFrom("ends", "few"),
      who: fc.constantFrom("a", "b", "c", "d"),
      isUrgent: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(some)), (sources) => {
        const who = chooseCalls(sources).map((one) => one.who);
        const all = new Set(sources.flat().map((one) => one.who));
        expect(who).toHaveLength(Math.min(mostCalls, all.size));
        expect(new Set(who).size).toBe(who.length);
      }),
    );
  });
});
