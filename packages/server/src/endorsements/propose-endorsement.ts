import { authorise, scopeOf } from "#access";
import { type Actor, type App, readNote } from "#app";
import { recordChange } from "#audit";
import { inTransaction, runOnce, type Tx } from "#database";
import {
  type CandidateRow,
  listCandidateRows,
  programme,
  villageInScope,
  type VillagePlace,
} from "#eligibility";
import { notify } from "#notifications";
import { giveConsents, listWithoutConsent } from "#privacy";
import { enqueue } from "#work";
import { findOpenEndorsement, insertEndorsement, lockVillage, type NewItem } from "./endorsement.store.ts";
import { excludedByJudgement, withConsent } from "./exclusion.ts";

export type Proposal = {
  readonly operationId: string;
  readonly villageCode: string;
  readonly note?: string;
  /**
   * Version of the text by which the operator declares that everyone on the list was told what the programme is and
   * agreed. Absent: not declared.
   */
  readonly consentTextVersion?: string;
};

export type ProposalOutcome =
  | {
      readonly outcome: "proposed";
      readonly endorsementId: string;
      readonly included: number;
      readonly excluded: number;
    }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly (
        "consent-not-declared" | "already-proposed" | "list-empty" | "nobody-to-endorse"
      )[];
      /** The list that already waits, when that is the reason. */
      readonly endorsementId?: string;
    };

/**
 * Freezes the village's people as judged today into a list for its head to endorse. Whoever the judgement leaves out is on
 * it too, with the reason. One list at a time waits per village. The declaration records a consent for each included person
 * who has none yet (UU 27/2022 art. 20), and the village is judged again with them. Who may not record consents proposes only
 * a list on which all have been recorded before. Throws `not-found` for a village outside the own area.
 */
export async function proposeEndorsement(app: App, actor: Actor, input: Proposal): Promise<ProposalOutcome> {
  const grant = authorise(actor, "list_decision.propose");
  return inTransaction(app, actor, (tx) =>
    runOnce(tx, actor, { id: input.operationId, name: "endorsement.propose", request: input }, async () => {
      const village = await villageInScope(tx, { actor, grant }, input.villageCode);
      await lockVillage(tx, village.villageCode);
      const earlier = await findOpenEndorsement(tx, village.villageCode, programme);
      if (earlier.openId !== null)
        return { outcome: "refused", reasons: ["already-proposed"], endorsementId: earlier.openId };
      const filter = { programme, villageCode: village.villageCode, outcome: null };
      const items = (await listCandidateRows(tx, filter, { limit: null, offset: 0 })).map(asItem);
      if (items.length === 0) return { outcome: "refused", reasons: ["list-empty"] };
      const included = items.filter((item) => item.included).map((item) => item.personId);
      if (included.length === 0) return { outcome: "refused", reasons: ["nobody-to-endorse"] };
      const toRecord = await listWithoutConsent(tx, included);
      if (!isDeclared(actor, input, toRecord))
        return { outcome: "refused", reasons: ["consent-not-declared"] };
      const consented = toRecord.length;
      await recordConsents(app, tx, { actor, input, village, personIds: toRecord });
      const list = { actor, input, village, items, number: earlier.count + 1, consented };
      const endorsementId = await save(app, tx, list);
      return {
        outcome: "proposed",
        endorsementId,
        included: included.length,
        excluded: items.length - included.length,
      };
    }),
  );
}

/** Nobody's consent is taken for granted: not by leaving the declaration out, nor by who may not record one. */
function isDeclared(actor: Actor, input: Proposal, toRecord: readonly string[]): boolean {
  const mayRecord = scopeOf(actor, "consent.record") !== null;
  return mayRecord ? Boolean(input.consentTextVersion?.trim()) : toRecord.length === 0;
}

async function recordConsents(
  app: App,
  tx: Tx,
  declared: {
    readonly actor: Actor;
    readonly input: Proposal;
    readonly village: VillagePlace;
    readonly personIds: readonly string[];
  },
): Promise<void> {
  const { actor, input, village, personIds } = declared;
  if (personIds.length === 0) return;
  await giveConsents({ tx, actor, newId: app.newId, now: app.clock.now() }, personIds, {
    subjectType: "person",
    villageCode: village.villageCode,
    purpose: "enrolment",
    textVersion: input.consentTextVersion!.trim(),
  });
  await enqueue(app, tx, actor, {
    topic: "eligibility.judge",
    payload: { villageCode: village.villageCode },
  });
}

function asItem(row: CandidateRow): NewItem {
  const exclusionReason = excludedByJudgement(row);
  const { outcome, reasons } = exclusionReason === null ? withConsent(row) : row;
  return {
    personId: row.personId,
    included: exclusionReason === null,
    exclusionReason,
    judgement: {
      outcome,
      reasons,
      policyNumber: row.policyNumber,
      judgedOn: row.judgedOn,
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
    /** How many consents were recorded with it. */
    readonly consented: number;
  },
): Promise<string> {
  const { actor, input, village, items, consented } = list;
  const id = app.newId();
  await insertEndorsement(tx, {
    ...village,
    regionCode: actor.regionCode,
    id,
    code: `PTP-${village.villageCode.replaceAll(".", "").slice(4)}-${list.number}`,
    programme,
    proposedBy: actor.userId,
    at: app.clock.now(),
    note: readNote(input.note),
    items,
  });
  const included = items.filter((item) => item.included).length;
  await recordChange(app, tx, actor, {
    action: "endorsement.propose",
    objectType: "endorsement",
    objectId: id,
    operationId: input.operationId,
    details: {
      villageCode: village.villageCode,
      included,
      excluded: items.length - included,
      consented,
      consentTextVersion: input.consentTextVersion ?? null,
    },
  });
  await notify({ tx, actor, newId: app.newId }, [
    {
      role: "KDS",
      scope: village.villageCode,
      kind: "endorsement-proposed",
      payload: { endorsementId: id, included },
    },
  ]);
  return id;
}
