/** A round of distribution, from its plan to the last paper that shows it arrived. */
export const roundStates = ["draft", "locked", "approved", "paid", "proven", "dropped"] as const;
export type RoundState = (typeof roundStates)[number];

export const roundMoves = ["lock", "unlock", "approve", "pay", "prove", "drop"] as const;
export type RoundMove = (typeof roundMoves)[number];

export type RoundReason = "changed-meanwhile" | "same-person" | "not-all-told";

type Round = {
  readonly state: RoundState;
  readonly lockedBy: string | null;
  /** Children of whom nobody has said yet whether it reached them. */
  readonly untold: number;
};

const steps: Readonly<Record<RoundMove, readonly [from: readonly RoundState[], to: RoundState]>> = {
  lock: [["draft"], "locked"],
  // Until somebody approved it nothing has moved.
  unlock: [["locked"], "draft"],
  approve: [["locked"], "approved"],
  pay: [["approved"], "paid"],
  prove: [["paid"], "proven"],
  drop: [["draft"], "dropped"],
};

export type RoundAnswer =
  | { readonly outcome: "moved"; readonly state: RoundState }
  | { readonly outcome: "refused"; readonly reasons: readonly RoundReason[] };

/** Whether `by` may take the move now. Whoever locked a round does not approve it. */
export function moveRound(round: Round, move: RoundMove, by: string): RoundAnswer {
  const [from, to] = steps[move];
  const reasons: RoundReason[] = [];
  if (!from.includes(round.state)) reasons.push("changed-meanwhile");
  if (move === "approve" && round.lockedBy === by) reasons.push("same-person");
  if (move === "prove" && round.untold > 0) reasons.push("not-all-told");
  return reasons.length > 0 ? { outcome: "refused", reasons } : { outcome: "moved", state: to };
}

/** Who may take it for a child, as the register of families knows guardians: a kind and never a name. */
export const receiverKinds = [
  "surviving-parent",
  "grandparent",
  "relative",
  "court-appointed",
  "institution",
] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

/** What the desk does next: one thing, the one that others wait for first. */
export const nextSteps = [
  "open-campaign",
  "approve",
  "wait-approval",
  "pay",
  "prove",
  "lock",
  "plan",
  "receive",
] as const;
export type NextStep = (typeof nextSteps)[number];

type Desk = {
  readonly hasCampaign: boolean;
  /** Rupiah promised to no round. */
  readonly fund: number;
  readonly rounds: readonly { readonly state: RoundState; readonly isOwnLock: boolean }[];
};

/** The next step of a desk, by what waits longest on its way to a child. */
export function nextStepOf({ hasCampaign, fund, rounds }: Desk): NextStep {
  const has = (state: RoundState) => rounds.some((round) => round.state === state);
  if (!hasCampaign) return "open-campaign";
  if (rounds.some(({ state, isOwnLock }) => state === "locked" && !isOwnLock)) return "approve";
  if (has("approved")) return "pay";
  if (has("paid")) return "prove";
  if (has("locked")) return "wait-approval";
  if (has("draft")) return "lock";
  return fund > 0 ? "plan" : "receive";
}
