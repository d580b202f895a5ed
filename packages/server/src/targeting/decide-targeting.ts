import { decisionsOf, targetingSides } from "@tuwai/domain/targeting";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { insertDecision, markUndone } from "./decision.store.ts";
import { readListRules, requireVillage } from "./get-targeting-list.ts";
import { listTargetedRows } from "./targeting-list.view.ts";

export type DecideTargeting = Operation & {
  readonly villageCode: string;
  readonly recordId: string;
  readonly side: string;
  readonly decision: string;
  readonly note?: string;
};

export type TargetingOutcome =
  | { readonly outcome: "decided" }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("without-decision" | "decided-already")[];
    };

/**
 * Writes what a data officer says of somebody on a work list. Nobody is enrolled or removed by it: `invited` asks the village for a
 * visit, the others explain why the register and the lists differ. Throws `not-found` for whoever is not on that list.
 */
export const decideTargeting = change(
  { name: "targeting.decide", permission: "targeting.list.read" },
  async (step, input: DecideTargeting): Promise<TargetingOutcome> => {
    const village = await requireVillage(step, input.villageCode);
    const side = targetingSides.find((known) => known === input.side);
    if (side === undefined || !isUuid(input.recordId)) throw new AppError("not-found");
    const filter = { villageCode: village.code, side, decided: null, recordId: input.recordId };
    const [row] = await listTargetedRows(step.tx, filter, await readListRules(step), { limit: 1, offset: 0 });
    if (row === undefined) throw new AppError("not-found");
    const decision = decisionsOf(side).find((known) => known === input.decision);
    const refused = (reason: "without-decision" | "decided-already") =>
      step.unchanged({ outcome: "refused", reasons: [reason] } as const);
    if (decision === undefined) return refused("without-decision");
    if (row.decision !== null) return refused("decided-already");
    const { code: villageCode, kecamatanCode } = village;
    const note = readNote(input.note);
    const { recordId } = row;
    const id = await insertDecision(step, { villageCode, kecamatanCode, side, recordId, decision, note });
    if (id === undefined) return refused("decided-already");
    await step.audit({
      objectType: "targeting",
      objectId: id,
      details: { kind: side, decision, villageCode },
    });
    return { outcome: "decided" };
  },
);

/** Takes a decision back; it stays in the trail. Throws `not-found` where none stands. */
export const undoTargetingDecision = change(
  { name: "targeting.undo", permission: "targeting.list.read" },
  async (
    step,
    input: Operation & { readonly targetingDecisionId: string },
  ): Promise<{ readonly outcome: "undone" }> => {
    const { targetingDecisionId: id } = input;
    const was = isUuid(id) ? await markUndone(step, id) : undefined;
    if (was === undefined) throw new AppError("not-found");
    const { decision, villageCode } = was;
    await step.audit({ objectType: "targeting", objectId: id, details: { decision, villageCode } });
    return { outcome: "undone" };
  },
);
