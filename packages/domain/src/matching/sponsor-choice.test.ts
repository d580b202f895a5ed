import { expect, it } from "vitest";
import { civilDate } from "#time";
import { asksLeft, isManagersToDecide, sponsorAnswersUntil } from "./sponsor-choice.ts";

const rules = { answerDays: 7, asksAtMost: 2 };
const proposedOn = civilDate("2026-11-23");

it("what is proposed to a sponsor who chooses himself is his alone for the days the city gives him, and the manager's as well afterwards", () => {
  const proposed = { chooses: "sponsor", proposedOn } as const;
  expect(sponsorAnswersUntil(proposed, rules)).toBe("2026-11-30");
  expect(isManagersToDecide(proposed, rules, civilDate("2026-11-30"))).toBe(false);
  expect(isManagersToDecide(proposed, rules, civilDate("2026-12-01"))).toBe(true);
});

it("a sponsor who leaves it to the manager is waited for on no day", () => {
  const proposed = { chooses: "manager", proposedOn } as const;
  expect(sponsorAnswersUntil(proposed, rules)).toBeNull();
  expect(isManagersToDecide(proposed, rules, proposedOn)).toBe(true);
});

it("another worker is asked for so often and no more, also where the city lowers the number later", () => {
  expect([0, 1, 2, 5].map((asked) => asksLeft(asked, rules))).toEqual([2, 1, 0, 0]);
});
