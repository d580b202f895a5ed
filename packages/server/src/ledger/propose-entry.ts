import { AppError, readNote } from "#app";
import { change, type Operation, type Step } from "#use-case";
import { type EntryRow, findEntries, findEntriesByKey, type StoredEntry } from "./ledger-entry.store.ts";
import { mirrorRowOf, type NewEntry, rowOf } from "./post-entries.ts";
import { insertProposal } from "./proposal.store.ts";
import { asRefusal } from "./refusal.ts";

export type ProposeEntry = Operation & { readonly entry: NewEntry };
export type ProposeReversal = Operation & { readonly entryId: string; readonly reason: string };

export type ProposalOutcome =
  | { readonly outcome: "proposed"; readonly proposalId: string }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("without-reason" | "already-in-books" | "already-reversed")[];
    };

/** Money that is to leave, or be moved by a person's word: it stands in the books when somebody else has approved it. */
export const proposeEntry = change(
  { name: "ledger.propose", permission: "ledger.post" },
  async (step, { entry }: ProposeEntry): Promise<ProposalOutcome> => {
    const found = await findEntriesByKey(step.tx, "contributions", [entry.naturalKey]);
    if (found.length > 0) return step.unchanged({ outcome: "refused", reasons: ["already-in-books"] });
    return propose(step, rowOf(step, entry), entry.reason);
  },
);

/** The mirror of an entry, to be posted when somebody else has approved it. Throws `not-found` and `conflict` (a reversal). */
export const proposeReversal = change(
  { name: "ledger.propose-reversal", permission: "ledger.reverse" },
  async (step, { entryId, reason }: ProposeReversal): Promise<ProposalOutcome> => {
    const target: StoredEntry | undefined = (await findEntries(step.tx, [entryId]))[0];
    if (target === undefined) throw new AppError("not-found");
    if (target.isReversed) return step.unchanged({ outcome: "refused", reasons: ["already-reversed"] });
    return propose(step, mirrorRowOf(step, target, reason), reason);
  },
);

async function propose(step: Step, row: EntryRow, given: string | undefined): Promise<ProposalOutcome> {
  const reason = readNote(given);
  if (reason === null) return step.unchanged({ outcome: "refused", reasons: ["without-reason"] });
  const { regionCode, userId: actorId } = step.actor;
  await insertProposal(step.tx, { ...row, reason }, { regionCode, actorId, at: step.now }).catch(asRefusal);
  await step.audit({
    objectType: "ledger-proposal",
    objectId: row.id,
    details: { kind: row.kind, rupiah: sizeOf(row) },
  });
  return { outcome: "proposed", proposalId: row.id };
}

function sizeOf({ postings }: EntryRow): number {
  return postings.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);
}
