import { AppError, readNote } from "#app";
import type { Step } from "#use-case";
import { decide, type Verdict } from "./decide.ts";
import { findEntries, findEntryOfProposal } from "./ledger-entry.store.ts";
import { appendRows, mirrorRowOf, type NewEntry, rowOf } from "./post-entries.ts";
import { holdProposal, insertProposal } from "./proposal.store.ts";
import { asRefusal } from "./refusal.ts";

/** An entry of a kind for two persons, proposed as part of a larger decision of the first; gives the proposal. Throws `conflict`. */
export async function proposeInStep(
  step: Step,
  entry: NewEntry & { readonly reason: string },
): Promise<string> {
  return insert(step, rowOf(step, entry), entry.reason);
}

/** The mirror of an entry, proposed by the one who takes back what it hangs on. Throws `not-found`, `conflict`. */
export async function proposeMirror(step: Step, entryId: string, reason: string): Promise<string> {
  const target = (await findEntries(step.tx, [entryId]))[0];
  if (target === undefined) throw new AppError("not-found");
  return insert(step, mirrorRowOf(step, target, reason), reason);
}

/**
 * The second person's word on such an entry, as part of the larger decision. Gives the entry that stands in the books by it, also
 * where it was approved in the books themselves; null: it was refused, now or there. Throws `four-eyes`, and `conflict` where the books refuse it by now.
 */
export async function decideInStep(step: Step, proposalId: string, said: Verdict): Promise<string | null> {
  const proposal = await holdProposal(step.tx, proposalId);
  if (proposal === undefined) return null;
  if (proposal.decision !== null) return findEntryOfProposal(step.tx, proposalId);
  const notDecided = await decide(step, "proposal", proposal, said);
  if (notDecided !== null || said.verdict === "refuse") return null;
  const id = step.newId();
  await appendRows(step, [{ ...proposal, id, proposalId }]);
  return id;
}

async function insert(step: Step, row: ReturnType<typeof rowOf>, given: string): Promise<string> {
  const reason = readNote(given);
  if (reason === null) throw new AppError("invalid-input", { field: "reason" });
  const { regionCode, userId: actorId } = step.actor;
  await insertProposal(step.tx, { ...row, reason }, { regionCode, actorId, at: step.now }).catch(asRefusal);
  return row.id;
}
