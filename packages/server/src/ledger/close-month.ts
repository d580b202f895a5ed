import { monthOf, shiftMonth, type Month } from "@tuwai/domain/time";
import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { readBooks } from "./books.view.ts";
import { type Head, holdClosing, holdHead, insertClosing } from "./closing.store.ts";
import { decide, type NotDecided, type Verdict } from "./decide.ts";
import { agedSuspense } from "./open-items.view.ts";
import { asRefusal } from "./refusal.ts";

export type ProposeClosing = Operation & { readonly month: Month };

/**
 * Why a month cannot be closed: it is not the next one, it is not over, nothing stands in the books, something in the books does
 * not hold, or money has waited in suspense for more than ten days (reliability.md C.6).
 */
export type ClosingReason = "not-next" | "not-over" | "nothing-posted" | "books-fault" | "suspense-aged";

export type ClosingOutcome =
  | { readonly outcome: "proposed"; readonly closingId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly ClosingReason[] };

/** Proposes to close the books of a month: all of them are recomputed first. */
export const proposeClosing = change(
  { name: "ledger.propose-closing", permission: "period.close" },
  async (step, { month }: ProposeClosing): Promise<ClosingOutcome> => {
    const head = await holdHead(step.tx, step.actor.regionCode);
    const reasons: ClosingReason[] = [];
    if (month !== nextToClose(head)) reasons.push(head.firstMonth === null ? "nothing-posted" : "not-next");
    if (month >= monthOf(step.today)) reasons.push("not-over");
    if ((await readBooks(step.tx)).fault !== null) reasons.push("books-fault");
    if ((await agedSuspense(step.tx, step.today)) > 0) reasons.push("suspense-aged");
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const id = step.newId();
    const { regionCode, userId: actorId } = step.actor;
    await insertClosing(step.tx, { id, month, head }, { regionCode, actorId, at: step.now }).catch(asRefusal);
    await step.audit({ objectType: "ledger-closing", objectId: id, details: { month } });
    return { outcome: "proposed", closingId: id };
  },
);

export type ClosingDecision = Operation & Verdict & { readonly closingId: string };

export type ClosingDecided =
  | { readonly outcome: "closed" | "not-closed"; readonly month: Month }
  | NotDecided;

/** The second person's word. Closed books stay closed: what comes later stands in a month still open. */
export const decideClosing = change(
  { name: "ledger.decide-closing", permission: "period.close" },
  async (step, { closingId, ...said }: ClosingDecision): Promise<ClosingDecided> => {
    const closing = isUuid(closingId) ? await holdClosing(step.tx, closingId) : undefined;
    if (closing === undefined) throw new AppError("not-found");
    const notDecided = await decide(step, "closing", closing, said);
    if (notDecided !== null) return notDecided;
    const { month } = closing;
    await step.audit({
      objectType: "ledger-closing",
      objectId: closing.id,
      details: { month, verdict: said.verdict },
    });
    return { outcome: said.verdict === "approve" ? "closed" : "not-closed", month };
  },
);

/** The month whose turn it is to be closed. */
export function nextToClose({ closedThrough, firstMonth }: Head): Month | null {
  return closedThrough === null ? firstMonth : shiftMonth(closedThrough, 1);
}
