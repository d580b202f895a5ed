import { authorise, type Grant, requireWithin, scopeOf } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { findItem } from "./endorsement-item.store.ts";
import { advanceEndorsement, findEndorsement, updateItem } from "./endorsement.store.ts";
import { excludedByJudgement, type ExclusionReason, exclusionReasons } from "./exclusion.ts";
import { staleEndorsement } from "./stale-endorsement.ts";

type ItemChange = {
  readonly operationId: string;
  readonly endorsementId: string;
  readonly personId: string;
  /** The list's version the change was made on. */
  readonly version: number;
};
export type Exclusion = ItemChange & { readonly reason: ExclusionReason };
export type Inclusion = ItemChange;

export type ItemOutcome =
  | { readonly outcome: "changed"; readonly version: number }
  | { readonly outcome: "refused"; readonly reasons: readonly string[] };

/** Leaves somebody out of a list that waits, with a reason of the closed list. Whoever proposes or endorses may do it. */
export async function excludeFromEndorsement(app: App, actor: Actor, input: Exclusion): Promise<ItemOutcome> {
  const grant = authorise(
    actor,
    scopeOf(actor, "list_decision.propose") === null ? "list_decision.approve" : "list_decision.propose",
  );
  if (!exclusionReasons.includes(input.reason)) throw new AppError("invalid-input", { field: "reason" });
  return change(app, { actor, grant }, input, { included: false, exclusionReason: input.reason });
}

/**
 * Puts somebody back whom a person had left out; whom the judgement leaves out stays out, with its reason as refusal.
 * Whoever does so counts as proposer, so that somebody else endorses the list.
 */
export async function includeInEndorsement(app: App, actor: Actor, input: Inclusion): Promise<ItemOutcome> {
  const grant = authorise(actor, "list_decision.propose");
  return change(app, { actor, grant }, input, { included: true, exclusionReason: null });
}

type Target = { readonly included: boolean; readonly exclusionReason: string | null };

type By = { readonly actor: Actor; readonly grant: Grant };

function change(app: App, { actor, grant }: By, input: ItemChange, to: Target): Promise<ItemOutcome> {
  const name = to.included ? "endorsement.include" : "endorsement.exclude";
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name, request: input }, async () => {
      const list = requireWithin(actor, grant, await findEndorsement(tx, input.endorsementId));
      const item = await findItem(tx, list.id, input.personId);
      if (!item) throw new AppError("not-found");
      if (list.version !== input.version || list.state !== "proposed") throw staleEndorsement(list);
      const blocking = to.included ? excludedByJudgement(item.judgement) : null;
      if (blocking !== null) return { outcome: "refused", reasons: [blocking] };
      if (item.included === to.included) return { outcome: "refused", reasons: ["already-so"] };
      await save(tx, input, { to, actor });
      await recordChange(app, tx, actor, {
        action: name,
        objectType: "endorsement",
        objectId: list.id,
        operationId: input.operationId,
        details: { personId: input.personId, reason: to.exclusionReason },
      });
      return { outcome: "changed", version: list.version + 1 };
    }),
  );
}

async function save(
  tx: Tx,
  input: ItemChange,
  by: { readonly to: Target; readonly actor: Actor },
): Promise<void> {
  const list = { id: input.endorsementId, version: input.version };
  const isAdvanced = await advanceEndorsement(tx, list, by.to.included ? by.actor.userId : undefined);
  const isChanged = isAdvanced && (await updateItem(tx, input, by.to));
  if (!isChanged) throw staleEndorsement((await findEndorsement(tx, list.id))!);
}
