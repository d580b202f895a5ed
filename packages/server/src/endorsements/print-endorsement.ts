import { judgedPersonFields, type JudgedPerson, showJudgedPerson } from "#eligibility";
import { read } from "#use-case";
import { type EndorsementSummary, summaryOf } from "./endorsement-summary.ts";
import { listIncludedRows } from "./endorsement-item.view.ts";
import { findEndorsement } from "./endorsement.view.ts";

export type PrintedEndorsement = EndorsementSummary & { readonly people: readonly JudgedPerson[] };

/** Everybody who is on a list, by name, for paper and two signatures; whoever is left out is not shown. */
export const printEndorsement = read(
  { purpose: "endorsement-print", permission: "list_decision.read" },
  async (step, input: { readonly endorsementId: string }): Promise<PrintedEndorsement> => {
    const { tx, actor, today } = step;
    const list = step.within(await findEndorsement(tx, input.endorsementId));
    const rows = await listIncludedRows(tx, list.id);
    await step.seen({
      personIds: rows.map((row) => row.personId),
      fields: judgedPersonFields(actor.role),
    });
    return { ...summaryOf(list), people: rows.map((row) => showJudgedPerson(actor.role, row, today)) };
  },
);
