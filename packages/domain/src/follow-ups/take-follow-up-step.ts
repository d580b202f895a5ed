import type { CivilDate } from "#time";
import type { EvidenceKind } from "./decision.ts";

/**
 * `asked`: the owner asked for more time. `done` and `cannot` are the owner's word, which the city answers: `accepted` closes what
 * was kept, `released` what could not be. `withdrawn`: the decision itself was taken back.
 */
const followUpStates = ["open", "asked", "done", "cannot", "accepted", "released", "withdrawn"] as const;
export type FollowUpState = (typeof followUpStates)[number];

export type FollowUp = {
  readonly state: FollowUpState;
  readonly dueOn: CivilDate;
  readonly evidenceKind: EvidenceKind;
  /** Papers that were handed in and not taken back. */
  readonly papers: number;
  /** The day asked for, while nobody has answered. */
  readonly askedFor: CivilDate | null;
};

export type FollowUpStep =
  | { readonly step: "hand-in" }
  | { readonly step: "ask"; readonly until: CivilDate | undefined; readonly reason: string | null }
  | { readonly step: "finish" }
  | { readonly step: "cannot"; readonly reason: string | null }
  | { readonly step: "grant" }
  | { readonly step: "refuse"; readonly reason: string | null }
  | { readonly step: "accept" }
  | { readonly step: "send-back"; readonly reason: string | null };

/** Steps of the office that was asked; the others are the city's answers. */
export const ownerSteps = ["hand-in", "ask", "finish", "cannot"] as const;
export const answerSteps = ["grant", "refuse", "accept", "send-back"] as const;

export type FollowUpReason =
  | "not-now"
  | "reason-missing"
  | "day-missing"
  | "day-not-later"
  | "evidence-missing";

export type FollowUpAnswer =
  | { readonly outcome: "taken"; readonly followUp: FollowUp }
  | { readonly outcome: "refused"; readonly reasons: readonly FollowUpReason[] };

const from: Readonly<Record<FollowUpStep["step"], readonly FollowUpState[]>> = {
  "hand-in": ["open", "asked", "done"],
  ask: ["open"],
  finish: ["open", "asked"],
  cannot: ["open", "asked"],
  grant: ["asked"],
  refuse: ["asked"],
  accept: ["done", "cannot"],
  "send-back": ["done", "cannot"],
};

/** Steps that a follow-up in this state still allows. */
export const stepsOf = (state: FollowUpState): readonly FollowUpStep["step"][] =>
  (Object.keys(from) as FollowUpStep["step"][]).filter((step) => from[step].includes(state));

/** What stands after a step, or every reason against it. `today` is the day on which it is taken. */
export function takeFollowUpStep(now: FollowUp, taken: FollowUpStep, today: CivilDate): FollowUpAnswer {
  const reasons = reasonsAgainst(now, taken, today);
  if (reasons.length > 0) return { outcome: "refused", reasons };
  return { outcome: "taken", followUp: after(now, taken) };
}

function reasonsAgainst(now: FollowUp, taken: FollowUpStep, today: CivilDate): readonly FollowUpReason[] {
  if (!from[taken.step].includes(now.state)) return ["not-now"];
  const reasons: FollowUpReason[] = [];
  if ("reason" in taken && (taken.reason === null || taken.reason.trim() === ""))
    reasons.push("reason-missing");
  if (taken.step === "ask" && taken.until === undefined) reasons.push("day-missing");
  if (taken.step === "ask" && taken.until !== undefined && (taken.until <= now.dueOn || taken.until <= today))
    reasons.push("day-not-later");
  if (taken.step === "finish" && now.evidenceKind !== "none" && now.papers === 0)
    reasons.push("evidence-missing");
  return reasons;
}

function after(now: FollowUp, taken: FollowUpStep): FollowUp {
  const open: FollowUp = { ...now, state: "open", askedFor: null };
  if (taken.step === "hand-in") return { ...now, papers: now.papers + 1 };
  if (taken.step === "ask") return { ...now, state: "asked", askedFor: taken.until ?? null };
  if (taken.step === "finish") return { ...now, state: "done", askedFor: null };
  if (taken.step === "cannot") return { ...now, state: "cannot", askedFor: null };
  if (taken.step === "accept") return { ...now, state: now.state === "done" ? "accepted" : "released" };
  return taken.step === "grant" ? { ...open, dueOn: now.askedFor ?? now.dueOn } : open;
}
