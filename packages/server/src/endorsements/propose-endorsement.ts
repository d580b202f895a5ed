import { readNote } from "#app";
import {
  type CandidateRow,
  type JudgedColumns,
  listCandidateRows,
  listOfficersAmongWorkers,
  programme,
  villageInScope,
  type VillagePlace,
} from "#eligibility";
import { notify } from "#notifications";
import { change, type Operation, type Step } from "#use-case";
import { recordDeclaredConsent } from "./declared-consent.ts";
import { insertItems, type NewItem } from "./endorsement-item.store.ts";
import { findOpenEndorsement, insertEndorsement, lockVillage } from "./endorsement.store.ts";
import { excludedByJudgement, type ExclusionReason, withConsent } from "./exclusion.ts";
import { listMovingAway } from "./moving-away.view.ts";
import { listNoLongerWorking } from "./no-longer-working.view.ts";

export type Proposal = Operation & {
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
        | "consent-not-declared"
        | "already-proposed"
        | "list-empty"
        | "nobody-to-endorse"
      )[];
      /** The list that already waits, when that is the reason. */
      readonly endorsementId?: string;
    };

/**
 * Freezes the village's people as judged today into a list for its head to endorse. Whoever the judgement leaves out is on
 * it too, with the reason. One list at a time waits per village. The declaration records the consents of those included.
 * Throws `not-found` for a village outside the own area.
 */
export const proposeEndorsement = change(
  { name: "endorsement.propose", permission: "list_decision.propose" },
  async (step, input: Proposal): Promise<ProposalOutcome> => {
    const { tx } = step;
    const village = await villageInScope(step, input.villageCode);
    const { villageCode } = village;
    await lockVillage(tx, villageCode);
    const earlier = await findOpenEndorsement(tx, villageCode, programme);
    if (earlier.openId !== null)
      return step.unchanged({
        outcome: "refused",
        reasons: ["already-proposed"],
        endorsementId: earlier.openId,
      });
    const everybody = { limit: null, offset: 0 };
    const rows = await listCandidateRows(tx, { programme, villageCode, outcome: null }, everybody);
    if (rows.length === 0) return step.unchanged({ outcome: "refused", reasons: ["list-empty"] });
    const officers = await listOfficersAmongWorkers(tx, villageCode);
    const told = await listTold(step, villageCode);
    const items = [...rows.map((row) => asItem(row, told)), ...officers.map(asOfficer)];
    const included = items.filter((item) => item.included).map((item) => item.personId);
    if (included.length === 0) return step.unchanged({ outcome: "refused", reasons: ["nobody-to-endorse"] });
    const declared = { villageCode, textVersion: input.consentTextVersion };
    const consented = await recordDeclaredConsent(step, declared, included);
    if (consented === null) return step.unchanged({ outcome: "refused", reasons: ["consent-not-declared"] });
    const counts = { included: included.length, excluded: items.length - included.length };
    const endorsementId = await save(step, { input, village, items, number: earlier.count + 1 });
    await step.audit({
      objectType: "endorsement",
      objectId: endorsementId,
      details: {
        villageCode,
        ...counts,
        consented,
        consentTextVersion: input.consentTextVersion ?? null,
      },
    });
    const payload = { endorsementId, included: counts.included };
    await notify(step, [{ role: "KDS", scope: villageCode, kind: "endorsement-proposed", payload }]);
    return { outcome: "proposed", endorsementId, ...counts };
  },
);

/** Why people are left out beside the judgement: who was told to have stopped working, and who is moving to another village. */
async function listTold({ tx }: Step, villageCode: string): Promise<ReadonlyMap<string, ExclusionReason>> {
  const stopped = await listNoLongerWorking(tx, villageCode);
  const moving = await listMovingAway(tx, villageCode);
  return new Map([
    ...stopped.map((id) => [id, "no-longer-works"] as const),
    ...moving.map((id) => [id, "moved-away"] as const),
  ]);
}

/** Whoever knows better puts somebody back who was told to have stopped working. */
function asItem(
  row: CandidateRow,
  told: ReadonlyMap<string, ExclusionReason>,
): NewItem & { readonly judgement: object } {
  const exclusionReason = excludedByJudgement(row) ?? told.get(row.personId) ?? null;
  const { outcome, reasons } = exclusionReason === null ? withConsent(row) : row;
  const { personId, policyNumber, judgedOn } = row;
  const judgement = { outcome, reasons, policyNumber, judgedOn };
  return { personId, included: exclusionReason === null, exclusionReason, judgement };
}

/** Named among those left out, and never put back: nobody judges them. */
function asOfficer({ personId }: JudgedColumns): NewItem {
  const judgement = { outcome: null, reasons: [] };
  return { personId, included: false, exclusionReason: "village-officer", judgement };
}

type NewList = {
  readonly input: Proposal;
  readonly village: VillagePlace;
  readonly items: readonly NewItem[];
  readonly number: number;
};

async function save({ tx, actor, now, newId }: Step, list: NewList): Promise<string> {
  const { input, village, items, number } = list;
  const place = { ...village, regionCode: actor.regionCode, id: newId() };
  await insertEndorsement(tx, {
    ...place,
    code: `PTP-${village.villageCode.replaceAll(".", "").slice(4)}-${number}`,
    programme,
    proposedBy: actor.userId,
    at: now,
    note: readNote(input.note),
  });
  await insertItems(tx, place, items);
  return place.id;
}
