import { requireSecondPerson } from "#access";
import { readNote } from "#app";
import type { Step } from "#use-case";
import { type Decided, updateDecision } from "./decision.store.ts";
import { asRefusal } from "./refusal.ts";

export type Verdict = {
  readonly verdict: "approve" | "refuse";
  /** Why not; needed for a refusal. */
  readonly reason?: string;
};

export type NotDecided = {
  readonly outcome: "refused";
  readonly reasons: readonly ("already-settled" | "without-reason")[];
};

type Waiting = { readonly id: string; readonly proposedBy: string; readonly decision: string | null };

/**
 * The second person's word on something of the books: approved by another than proposed it (throws `four-eyes`), refused by anybody
 * who gives a reason. Says why it was not kept, or nothing when it was.
 */
export async function decide(
  step: Step,
  what: Decided,
  waiting: Waiting,
  { verdict, reason }: Verdict,
): Promise<NotDecided | null> {
  const isApproved = verdict === "approve";
  if (isApproved) requireSecondPerson(step.actor, waiting.proposedBy);
  if (waiting.decision !== null)
    return step.unchanged({ outcome: "refused" as const, reasons: ["already-settled" as const] });
  const refusal = isApproved ? null : readNote(reason);
  if (!isApproved && refusal === null)
    return step.unchanged({ outcome: "refused" as const, reasons: ["without-reason" as const] });
  const by = { refusal, actorId: step.actor.userId, at: step.now };
  await updateDecision(step.tx, what, waiting.id, by).catch(asRefusal);
  return null;
}
