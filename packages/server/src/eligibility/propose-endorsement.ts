import { authorise } from "#access";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import { type CandidateRow, listCandidateRows } from "./candidate.store.ts";
import {
  findOpenEndorsement,
  insertEndorsement,
  insertNotification,
  lockVillage,
  type NewItem,
} from "./endorsement.store.ts";
import { programme } from "./ensure-default-policy.ts";
import { excludedByJudgement } from "./exclusion.ts";
import { villageInScope, type VillagePlace } from "./village-in-scope.ts";

export type Proposal = { readonly operationId: string; readonly villageCode: string; readonly note?: string };

export type ProposalOutcome =
  | {
      readonly outcome: "proposed";
      readonly endorsementId: string;
      readonly included: number;
      readonly excluded: number;
    }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("already-proposed" | "list-empty" | "nobody-to-endorse")[];
      /** The list that already waits, when that is the reason. */
      readonly endorsementId?: string;
    };

/**
 * Freezes the village's people as judged today into a list for its head to endorse. Whoever the judgement leaves out is on
 * it too, with the reason. One list at a time waits per village. Throws `not-found` for a village outside the own area.
 */
export async function proposeEndorsement(app: App, actor: Actor, input: Proposal): Promise<ProposalOutcome> {
  authorise(actor, "list_decision.propose");
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "endorsement.propose", request: input }, async () => {
      const village = await villageInScope(tx, actor, input.villageCode);
      await lockVillage(tx, village.villageCode);
      const earlier = await findOpenEndorsement(tx, village.villageCode, programme);
      if (earlier.openId !== null)
        return { outcome: "refused", reasons: ["already-proposed"], endorsementId: earlier.openId };
      const filter = { programme, villageCode: village.villageCode, outcome: null };
      const items = (await listCandidateRows(tx, filter, { limit: null, offset: 0 })).map(asItem);
      if (items.length === 0) return { outcome: "refused", reasons: ["list-empty"] };
      const included = items.filter((item) => item.included).length;
      if (included === 0) return { outcome: "refused", reasons: ["nobody-to-endorse"] };
      const endorsementId = await save(app, tx, { actor, input, village, items, number: earlier.count + 1 });
      return { outcome: "proposed", endorsementId, included, excluded: items.length - included };
    }),
  );
}

function asItem(row: CandidateRow): NewItem {
  const exclusionReason = excludedByJudgement(row);
  return {
    personId: row.person_id,
    included: exclusionReason === null,
    exclusionReason,
    judgement: {
      outcome: row.outcome,
      reasons: row.reasons,
      policyNumber: row.policy_number,
      judgedOn: row.judged_on,
    },
  };
}

async function save(
  app: App,
  tx: Tx,
  list: {
    readonly actor: Actor;
    readonly input: Proposal;
    readonly village: VillagePlace;
    readonly items: readonly NewItem[];
    readonly number: number;
  },
): Promise<string> {
  const { actor, input, village, items } = list;
  const id = app.newId();
  await insertEndorsement(tx, {
    ...village,
    regionCode: actor.regionCode,
    id,
    code: `PTP-${village.villageCode.replaceAll(".", "").slice(4)}-${list.number}`,
    programme,
    proposedBy: actor.userId,
    at: app.clock.now(),
    note: input.note ?? null,
    items,
  });
  const included = items.filter((item) => item.included).length;
  await recordChange(app, tx, actor, {
    action: "endorsement.propose",
    objectType: "endorsement",
    objectId: id,
    operationId: input.operationId,
    details: { villageCode: village.villageCode, included, excluded: items.length - included },
  });
  await insertNotification(tx, {
    regionCode: actor.regionCode,
    id: app.newId(),
    role: "KDS",
    scope: village.villageCode,
    kind: "endorsement-proposed",
    payload: { endorsementId: id, included },
  });
  return id;
}
