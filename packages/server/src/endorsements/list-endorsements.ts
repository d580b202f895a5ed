import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { inTransaction } from "#database";
import { villageInScope } from "#eligibility";
import { type EndorsementState, listEndorsementRows } from "./endorsement.store.ts";
import { type EndorsementSummary, summaryOf } from "./get-endorsement.ts";

export type EndorsementList = {
  readonly items: readonly EndorsementSummary[];
  readonly page: number;
  readonly hasNext: boolean;
};

const listsPerPage = 50;

/** Lists of the actor's area, newest first; 50 per page. No person is shown. */
export async function listEndorsements(
  app: App,
  actor: Actor,
  input: { readonly villageCode?: string; readonly state?: EndorsementState; readonly page?: number } = {},
): Promise<EndorsementList> {
  const grant = authorise(actor, "list_decision.read");
  const page = input.page ?? 1;
  if (!Number.isInteger(page) || page < 1) throw new AppError("invalid-input", { field: "page" });
  return inTransaction(app, actor, async (tx) => {
    const village =
      input.villageCode === undefined ? null : await villageInScope(tx, { actor, grant }, input.villageCode);
    const filter = {
      area: areaOf(actor, grant),
      villageCode: village?.villageCode ?? null,
      state: input.state ?? null,
    };
    const rows = await listEndorsementRows(tx, filter, {
      limit: listsPerPage + 1,
      offset: (page - 1) * listsPerPage,
    });
    return { items: rows.slice(0, listsPerPage).map(summaryOf), page, hasNext: rows.length > listsPerPage };
  });
}
