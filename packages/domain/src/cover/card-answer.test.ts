import { expect, it } from "vitest";
import { cardAnswer } from "./index.ts";

const of = (state: string | null, isEnded = false) => cardAnswer({ state, isEnded });

it("a card says covered only while a contribution stands, and of a death no more than of any other end", () => {
  expect(["covered", "due"].map((state) => of(state))).toEqual(["covered", "covered"]);
  expect(["died", "ended", "not-registered", null].map((state) => of(state))).toEqual(
    Array.from({ length: 4 }, () => "not-covered"),
  );
});

it("arrears, a first payment that is waited for and a list without payments are neither covered nor lost", () => {
  expect(["grace-3", "waiting-first-payment", "listed"].map((state) => of(state))).toEqual([
    "arrears",
    "waiting",
    "unsure",
  ]);
});

it("a card that was replaced says nothing of anybody's cover", () => {
  expect(of("covered", true)).toBe("ended-card");
});
