import { villageInScope } from "#eligibility";
import { type PageOf, pageOf, read } from "#use-case";
import { type EndorsementSummary, summaryOf } from "./endorsement-summary.ts";
import { countEndorsements, type EndorsementState, listEndorsementRows } from "./endorsement.view.ts";

type Input =
  | { readonly villageCode?: string; readonly state?: EndorsementState; readonly page?: number }
  | undefined;

/** Lists of the actor's area, newest first; 50 per page. No person is shown. */
export const listEndorsements = read(
  { purpose: "endorsement-list", permission: "list_decision.read" },
  async (step, input: Input): Promise<PageOf<EndorsementSummary>> => {
    const { villageCode, state, page } = input ?? {};
    const village = villageCode === undefined ? null : await villageInScope(step, villageCode);
    const filter = { area: step.area, villageCode: village?.villageCode ?? null, state: state ?? null };
    const found = await pageOf(
      { page, size: 50 },
      () => countEndorsements(step.tx, filter),
      (part) => listEndorsementRows(step.tx, filter, part),
    );
    return { ...found, rows: found.rows.map(summaryOf) };
  },
);
