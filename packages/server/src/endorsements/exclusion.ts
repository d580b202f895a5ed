import { mayBeMissingBeforeList } from "@tuwai/domain/eligibility";
import type { FrozenJudgement } from "./endorsement-item.store.ts";

/** Why a village leaves somebody out by hand. A closed list: a free text would be the place for gossip. */
export const exclusionReasons = [
  "died",
  "moved-away",
  "works-formally",
  "no-longer-works",
  "declined",
  "not-known-here",
  "data-wrong",
  "duplicate",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

const mayStillBeMissing: ReadonlySet<unknown> = mayBeMissingBeforeList;

/**
 * Why the judgement leaves a person out of a proposed list; null when it puts them on it. The code of the first reason
 * (they are told in order of what nobody can change), or `fact-missing:<fact>`, or `not-judged`.
 */
export function excludedByJudgement(judged: FrozenJudgement): string | null {
  if (judged.outcome === null) return "not-judged";
  const blocking = judged.reasons.find(
    (reason) => reason.code !== "fact-missing" || !mayStillBeMissing.has(reason["fact"]),
  );
  if (blocking === undefined) return null;
  return blocking.code === "fact-missing" ? `fact-missing:${String(blocking["fact"])}` : blocking.code;
}

/** The judgement of somebody on the list once the declared consent counts: nothing else may be missing there. */
export function withConsent(judged: FrozenJudgement): FrozenJudgement {
  const reasons = judged.reasons.filter((reason) => !mayStillBeMissing.has(reason["fact"]));
  return { outcome: reasons.length === 0 ? "eligible" : judged.outcome, reasons };
}
