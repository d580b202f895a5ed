import { AppError } from "#app";
import { judgedPersonFields, type JudgedPerson, showJudgedPerson } from "#eligibility";
import { type PageOf, pageOf, read } from "#use-case";
import { type EndorsementItem, showItem } from "./endorsement-item.ts";
import { countExclusions, hasEarlierList } from "./endorsement-item.store.ts";
import { findItemRow, listItemRows, listRemovedRows } from "./endorsement-item.view.ts";
import { type EndorsementSummary, summaryOf } from "./endorsement-summary.ts";
import { findEndorsement } from "./endorsement.view.ts";

export type Endorsement = EndorsementSummary &
  PageOf<EndorsementItem> & {
    readonly exclusions: readonly { readonly reason: string; readonly count: number }[];
    /** Whether the village has had a list approved before this one. */
    readonly hasEarlier: boolean;
    /** People of the last approved list who are no longer included. */
    readonly removed: readonly JudgedPerson[];
  };

/** `endorsementId` is the list's id or its code, here and below. */
type OfList = { readonly endorsementId: string };

/** A list with its people, the included first, 100 per page. Throws `not-found`, also outside the own area. */
export const getEndorsement = read(
  { purpose: "endorsement", permission: "list_decision.read" },
  async (step, input: OfList & { readonly page?: number }): Promise<Endorsement> => {
    const { tx, actor, today } = step;
    const list = step.within(await findEndorsement(tx, input.endorsementId));
    const found = await pageOf(
      { page: input.page, size: 100 },
      () => Promise.resolve(list.included + list.excluded),
      (part) => listItemRows(tx, list, part),
    );
    const removed = await listRemovedRows(tx, list);
    await step.seen({
      personIds: [...found.rows, ...removed].map((row) => row.personId),
      fields: judgedPersonFields(actor.role),
    });
    return {
      ...summaryOf(list),
      ...found,
      rows: found.rows.map((row) => showItem(step, row)),
      exclusions: await countExclusions(tx, list.id),
      hasEarlier: await hasEarlierList(tx, list),
      removed: removed.map((row) => showJudgedPerson(actor.role, row, today)),
    };
  },
);

/** What stands at the head of a list, without its people. */
export const getEndorsementSummary = read(
  { purpose: "endorsement-summary", permission: "list_decision.read" },
  async ({ tx, within }, input: OfList): Promise<EndorsementSummary> =>
    summaryOf(within(await findEndorsement(tx, input.endorsementId))),
);

/** One person of a list, by id or code: whoever is about to change one row sees that row only. */
export const getEndorsementItem = read(
  { purpose: "endorsement-item", permission: "list_decision.read" },
  async (step, input: OfList & { readonly personId: string }): Promise<EndorsementItem> => {
    const list = step.within(await findEndorsement(step.tx, input.endorsementId));
    const row = await findItemRow(step.tx, list, input.personId);
    if (row === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [row.personId], fields: judgedPersonFields(step.actor.role) });
    return showItem(step, row);
  },
);
