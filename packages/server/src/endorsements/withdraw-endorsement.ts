import { AppError } from "#app";
import { notify } from "#notifications";
import { change, type Operation } from "#use-case";
import { noteReturnAsked, withdrawRow } from "./endorsement.store.ts";
import { findEndorsement } from "./endorsement.view.ts";
import { staleEndorsement } from "./stale-endorsement.ts";

type Input = Operation & {
  /** Id or code of the list. */
  readonly endorsementId: string;
  readonly version: number;
};

/** Takes a proposed list back before anybody decides. Throws `stale` when it was decided or changed meanwhile. */
export const withdrawEndorsement = change(
  { name: "endorsement.withdraw", permission: "list_decision.propose" },
  async (step, input: Input): Promise<{ readonly outcome: "withdrawn" }> => {
    const list = step.within(await findEndorsement(step.tx, input.endorsementId));
    if (list.version !== input.version || !(await withdrawRow(step.tx, list))) throw staleEndorsement(list);
    const { id, villageCode, included } = list;
    await step.audit({ objectType: "endorsement", objectId: id, details: { villageCode, included } });
    return { outcome: "withdrawn" };
  },
);

/** Asks the head to give an endorsed list back: it becomes a task of theirs until they do. Throws `conflict` for one not endorsed. */
export const askForReturn = change(
  { name: "endorsement.ask-return", permission: "list_decision.propose" },
  async (step, input: Input): Promise<{ readonly outcome: "asked" }> => {
    const list = step.within(await findEndorsement(step.tx, input.endorsementId));
    const { id, state, villageCode, included } = list;
    if (list.version !== input.version) throw staleEndorsement(list);
    if (state !== "approved") throw new AppError("conflict", { reason: "state", state });
    if (list.returnAskedAt !== null) return step.unchanged({ outcome: "asked" });
    const asked = await noteReturnAsked(step.tx, list, { by: step.actor.userId, at: step.now });
    if (!asked) throw staleEndorsement(list);
    await step.audit({ objectType: "endorsement", objectId: id, details: { villageCode, included } });
    const payload = { endorsementId: id, villageCode, included };
    await notify(step, [{ role: "KDS", scope: villageCode, kind: "endorsement-return-asked", payload }]);
    return { outcome: "asked" };
  },
);
