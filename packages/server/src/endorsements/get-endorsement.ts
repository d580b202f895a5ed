import { daysToRescue } from "@tuwai/domain/eligibility";
import { readOccupation } from "@tuwai/domain/occupations";
import type { CivilDate } from "@tuwai/domain/time";
import { authorise, requireWithin } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { judgedPersonFields, type JudgedPerson, showJudgedPerson, type ShownReason } from "#eligibility";
import {
  countExclusions,
  hasEarlierList,
  type ItemRow,
  listItemRows,
  listRemovedRows,
} from "./endorsement-item.store.ts";
import { type EndorsementRow, type EndorsementState, findEndorsement } from "./endorsement.store.ts";

export type EndorsementSummary = {
  readonly id: string;
  readonly code: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly state: EndorsementState;
  readonly version: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string | null;
  readonly included: number;
  readonly excluded: number;
};

export type EndorsementItem = {
  readonly person: JudgedPerson;
  readonly included: boolean;
  /** A reason of the closed list, or the judgement's. */
  readonly exclusionReason: string | null;
  readonly outcome: "eligible" | "ineligible" | "undetermined" | null;
  readonly reasons: readonly ShownReason[];
  /** Why the person comes early, of what the reader sees anyway; never need or welfare. */
  readonly urgency: readonly ("hazardous-work" | "about-to-lapse")[];
  /** Against the last approved list; null when there was none, or nothing changed for this person. */
  readonly change: "new" | "left-out" | null;
};

export type Endorsement = EndorsementSummary & {
  readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
  readonly items: readonly EndorsementItem[];
  /** Whether the village has had a list approved before this one. */
  readonly hasEarlier: boolean;
  /** People of the last approved list who are no longer included. */
  readonly removed: readonly JudgedPerson[];
  readonly page: number;
  readonly pages: number;
};

const itemsPerPage = 100;

/** A list with its people, the included first, 100 per page. Throws `not-found`, also outside the own area. */
export async function getEndorsement(
  app: App,
  actor: Actor,
  input: { readonly id: string; readonly page?: number },
): Promise<Endorsement> {
  const grant = authorise(actor, "list_decision.read");
  const page = input.page ?? 1;
  if (!Number.isInteger(page) || page < 1) throw new AppError("invalid-input", { field: "page" });
  return inTransaction(app, actor, async (tx) => {
    const list = requireWithin(actor, grant, await findEndorsement(tx, input.id));
    const rows = await listItemRows(tx, list, { limit: itemsPerPage, offset: (page - 1) * itemsPerPage });
    const removed = await listRemovedRows(tx, list);
    await recordAccess(app, tx, actor, {
      personIds: [...rows, ...removed].map((row) => row.personId),
      purpose: "endorsement",
      fields: judgedPersonFields(actor.role),
    });
    const today = app.clock.today();
    return {
      ...summaryOf(list),
      exclusions: await countExclusions(tx, list.id),
      items: rows.map((row) => ({
        ...itemOf(row),
        urgency: urgencyOf(row, today),
        person: showJudgedPerson(actor.role, row, today),
      })),
      hasEarlier: await hasEarlierList(tx, list),
      removed: removed.map((row) => showJudgedPerson(actor.role, row, today)),
      page,
      pages: Math.max(1, Math.ceil((list.included + list.excluded) / itemsPerPage)),
    };
  });
}

export function summaryOf(list: EndorsementRow): EndorsementSummary {
  return {
    id: list.id,
    code: list.code,
    villageCode: list.villageCode,
    villageName: list.villageName,
    state: list.state,
    version: list.version,
    proposedBy: list.proposedBy,
    proposedAt: list.proposedAt,
    decidedBy: list.decidedBy,
    decidedAt: list.decidedAt,
    note: list.note,
    included: list.included,
    excluded: list.excluded,
  };
}

/** Worked out from occupation and cover, not read from the judgement: there it stands among points for welfare. */
function urgencyOf(row: ItemRow, today: CivilDate): EndorsementItem["urgency"] {
  const isHazardous = row.occupationText !== null && readOccupation(row.occupationText).hazardous;
  const isNearLapse = daysToRescue(row.lastRescueDay as CivilDate | null, today) !== null;
  return [
    ...(isHazardous ? (["hazardous-work"] as const) : []),
    ...(isNearLapse ? (["about-to-lapse"] as const) : []),
  ];
}

function itemOf(row: ItemRow): Omit<EndorsementItem, "person" | "urgency"> {
  const change =
    row.wasIncluded === null || row.wasIncluded === row.included ? null : row.included ? "new" : "left-out";
  return {
    included: row.included,
    exclusionReason: row.exclusionReason,
    outcome: row.judgement.outcome,
    reasons: row.judgement.reasons,
    change,
  };
}
