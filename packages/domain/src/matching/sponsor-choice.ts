import { addDays, type CivilDate } from "#time";

/** Why a sponsor asks for another worker; `not-said` as none has to be given. */
export const askAnotherReasons = ["knows-them", "other-village", "other-work", "not-said"] as const;
export type AskAnotherReason = (typeof askAnotherReasons)[number];

/** Who accepts what is proposed to a pledge. */
export type Chooser = "manager" | "sponsor";

export type ChoiceRules = {
  /** So many days a sponsor has to answer; then the manager may decide as well. */
  readonly answerDays: number;
  /** So often a sponsor may ask for another worker; afterwards the manager talks with him. */
  readonly asksAtMost: number;
};

type Proposed = { readonly chooses: Chooser; readonly proposedOn: CivilDate };

/** The last day on which the sponsor alone decides; null where the manager does from the beginning. */
export function sponsorAnswersUntil(
  { chooses, proposedOn }: Proposed,
  { answerDays }: ChoiceRules,
): CivilDate | null {
  return chooses === "sponsor" ? addDays(proposedOn, answerDays) : null;
}

/** Whether the manager may decide now. */
export function isManagersToDecide(proposed: Proposed, rules: ChoiceRules, today: CivilDate): boolean {
  const until = sponsorAnswersUntil(proposed, rules);
  return until === null || until < today;
}

/** How often the sponsor may still ask for another worker. */
export function asksLeft(asked: number, { asksAtMost }: ChoiceRules): number {
  return Math.max(0, asksAtMost - asked);
}
