import { expect, it } from "vitest";
import { planningTexts } from "./planning.ts";

it("what a plan buys counts one family as one", () => {
  expect(planningTexts.en.finding("12", "1")).toBe("This plan buys 12 months of full cover for 1 family");
  expect(planningTexts.en.finding("1", "2")).toBe("This plan buys 1 month of full cover for 2 families");
});
