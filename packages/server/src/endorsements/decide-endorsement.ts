import { authorise, requireSecondPerson, requireWithin } from "#access";
import { type Actor, type App, readNote } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { notify } from "#notifications";
import { enqueue } from "#work";
import { listNoLongerFit } from "./endorsement-item.store.ts";
import { decideEndorsementRow, type EndorsementRow, findEndorsement } from "./endorsement.store.ts";
import { staleEndorsement } from "./stale-endorsement.ts";

export type EndorsementDecision = {
  readonly operationId: string;
  readonly endorsementId: string;
  readonly version: number;
  readonly verdict: "approve" | "return";
  /** Why it is returned; needed then. */
  readonly note?: string;
};

export type DecisionOutcome =
  | { readonly outcome: "decided"; readonly state: "approved" | "returned"; readonly version: number }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (
        | { readonly code: "note-missing" }
        /** People who died, moved or became ineligible since; leave them out first. */
        | { readonly code: "no-longer-fit"; readonly personCodes: readonly string[] }
      )[];
    };

/**
 * Endorses or returns a village's list. Four eyes: never whoever proposed it (`four-eyes`), checked here and by the table.
 * Throws `not-found` outside the own area and `stale` when the list changed or was decided meanwhile.
 */
export async function decideEndorsement(
  app: App,
  actor: Actor,
  input: EndorsementDecision,
): Promise<DecisionOutcome> {
  const grant = authorise(actor, "list_decision.approve");
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "endorsement.decide", request: input }, async () => {
      const list = requireWithin(actor, grant, await findEndorsement(tx, input.endorsementId));
      if (list.version !== input.version || list.state !== "proposed") throw staleEndorsement(list);
      requireSecondPerson(actor, list.proposedBy);
      const reasons = await refusalsOf(tx, list, input);
      if (reasons.length > 0) return { outcome: "refused", reasons };
      const state = input.verdict === "approve" ? "approved" : "returned";
      await save(app, tx, { actor, list, input, state });
      return { outcome: "decided", state, version: list.version + 1 };
    }),
  );
}

type Refusals = Extract<DecisionOutcome, { outcome: "refused" }>["reasons"];

async function refusalsOf(tx: Tx, list: EndorsementRow, input: EndorsementDecision): Promise<Refusals> {
  if (input.verdict === "return") return input.note?.trim() ? [] : [{ code: "note-missing" }];
  const personCodes = await listNoLongerFit(tx, list);
  return personCodes.length === 0 ? [] : [{ code: "no-longer-fit", personCodes }];
}

async function save(
  app: App,
  tx: Tx,
  decision: {
    readonly actor: Actor;
    readonly list: EndorsementRow;
    readonly input: EndorsementDecision;
    readonly state: "approved" | "returned";
  },
): Promise<void> {
  const { actor, list, input, state } = decision;
  const isDecided = await decideEndorsementRow(tx, list, {
    state,
    decidedBy: actor.userId,
    at: app.clock.now(),
    note: readNote(input.note),
  });
  if (!isDecided) throw staleEndorsement((await findEndorsement(tx, list.id))!);
  await recordChange(app, tx, actor, {
    action: "endorsement.decide",
    objectType: "endorsement",
    objectId: list.id,
    operationId: input.operationId,
    details: { state, villageCode: list.villageCode, included: list.included },
  });
  const to =
    state === "approved"
      ? ({ role: "MGR", scope: null } as const)
      : ({ role: "OPR", scope: list.villageCode } as const);
  await notify({ tx, actor, newId: app.newId }, [
    {
      ...to,
      kind: `endorsement-${state}`,
      payload: { endorsementId: list.id, villageCode: list.villageCode, included: list.included },
    },
  ]);
  // Payment by others may have begun since the proposal: sponsors are matched on a judgement of today.
  if (state === "approved")
    await enqueue(app, tx, actor, {
      topic: "eligibility.judge",
      payload: { villageCode: list.villageCode },
    });
}
