import { AppError } from "#app";
import { change, type Operation, type Step } from "#use-case";
import { updateItem } from "./endorsement-item.store.ts";
import { findItemRow } from "./endorsement-item.view.ts";
import { advanceEndorsement } from "./endorsement.store.ts";
import { findEndorsement } from "./endorsement.view.ts";
import { excludedByJudgement, type ExclusionReason, exclusionReasons } from "./exclusion.ts";
import { listMovingAway } from "./moving-away.view.ts";
import { staleEndorsement } from "./stale-endorsement.ts";

export type Inclusion = Operation & {
  /** Id or code of the list. */
  readonly endorsementId: string;
  /** Id or code of the person. */
  readonly personId: string;
  /** The list's version the change was made on. */
  readonly version: number;
};
export type Exclusion = Inclusion & { readonly reason: ExclusionReason };

export type ItemOutcome =
  | { readonly outcome: "changed"; readonly version: number }
  | { readonly outcome: "refused"; readonly reasons: readonly string[] };

/** Leaves somebody out of a list that waits, with a reason of the closed list. Whoever proposes or endorses may do it. */
export const excludeFromEndorsement = change(
  { name: "endorsement.exclude", permission: "list_decision.exclude" },
  async (step, input: Exclusion): Promise<ItemOutcome> => {
    if (!exclusionReasons.includes(input.reason)) throw new AppError("invalid-input", { field: "reason" });
    return changeItem(step, input, { included: false, exclusionReason: input.reason });
  },
);

/**
 * Puts somebody back whom a person had left out; whom the judgement leaves out stays out, with its reason as refusal, and so does
 * whoever is moving to another village.
 * Whoever does so counts as proposer, so that somebody else endorses the list.
 */
export const includeInEndorsement = change(
  { name: "endorsement.include", permission: "list_decision.propose" },
  (step, input: Inclusion): Promise<ItemOutcome> =>
    changeItem(step, input, { included: true, exclusionReason: null }),
);

type Target = { readonly included: boolean; readonly exclusionReason: string | null };

async function changeItem(step: Step, input: Inclusion, to: Target): Promise<ItemOutcome> {
  const { tx } = step;
  const list = step.within(await findEndorsement(tx, input.endorsementId));
  const item = await findItemRow(tx, list, input.personId);
  if (!item) throw new AppError("not-found");
  if (list.version !== input.version || list.state !== "proposed") throw staleEndorsement(list);
  const isMoving = to.included && (await listMovingAway(tx, list.villageCode)).includes(item.personId);
  const blocking = to.included
    ? (excludedByJudgement(item.judgement) ?? (isMoving ? "moved-away" : null))
    : null;
  if (blocking !== null) return step.unchanged({ outcome: "refused", reasons: [blocking] });
  if (item.included === to.included) return step.unchanged({ outcome: "refused", reasons: ["already-so"] });
  const isAdvanced = await advanceEndorsement(tx, list, to.included ? step.actor.userId : undefined);
  const changed = { endorsementId: list.id, personId: item.personId };
  if (!isAdvanced || !(await updateItem(tx, changed, to)))
    throw staleEndorsement((await findEndorsement(tx, list.id))!);
  await step.audit({
    objectType: "endorsement",
    objectId: list.id,
    details: { personId: item.personId, reason: to.exclusionReason },
  });
  return { outcome: "changed", version: list.version + 1 };
}
