import { type LedgerEvent, mirrorOf, type Posting, postingsOf } from "@tuwai/domain/ledger";
import type { CivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import type { Step } from "#use-case";
import {
  appendEntries,
  type EntryRow,
  findEntries,
  findEntriesByKey,
  type StoredEntry,
} from "./ledger-entry.store.ts";
import { asRefusal } from "./refusal.ts";

/** Something that happened to money, with the key that makes the same fact told twice one entry. */
export type NewEntry = {
  /** Made by whoever posts, where something else has to name the entry. */
  readonly id?: string;
  readonly event: LedgerEvent;
  readonly naturalKey: string;
  /** The day it happened to the money. */
  readonly valueDate: CivilDate;
  readonly reason?: string;
};

export type PostResult = { readonly posted: number; readonly already: number };

/**
 * Posts entries to the books of contributions in this step's transaction: all or none, each fact once. Throws
 * `operation-mismatch` where a fact stands in the books with other accounts or amounts, `conflict` with the rule that the books
 * hold against it (`ledger_sign` with the account, `ledger_closed_month`, `ledger_two_persons`).
 */
export function postEntries(step: Step, entries: readonly NewEntry[]): Promise<PostResult> {
  return appendRows(
    step,
    entries.map((entry) => rowOf(step, entry)),
  );
}

/** What is owed no more: entries by id, and why. */
export type Reversal = { readonly entryIds: readonly string[]; readonly reason: string };

/**
 * Posts the exact mirror of entries that say what is owed; work may do so, as it follows from a rule. One that is reversed already
 * stays reversed once. Throws `not-found` and `conflict`.
 */
export async function postReversals(step: Step, { entryIds, reason }: Reversal): Promise<PostResult> {
  const targets = await findEntries(step.tx, entryIds);
  if (targets.length < new Set(entryIds).size) throw new AppError("not-found");
  return appendRows(
    step,
    targets.map((target) => mirrorRowOf(step, target, reason)),
  );
}

/** An entry as it would stand in the books, before it has a number. */
export function rowOf(step: Step, { id, event, naturalKey, valueDate, reason }: NewEntry): EntryRow {
  return {
    id: id ?? step.newId(),
    kind: event.kind,
    serviceMonth: "month" in event ? event.month : null,
    valueDate,
    proposalId: null,
    reverses: null,
    naturalKey,
    reason: reason ?? null,
    postings: postingsOf(event),
  };
}

/** The mirror of an entry. Throws `conflict` for a reversal: a wrong one is corrected by a new entry. */
export function mirrorRowOf(step: Step, target: StoredEntry, reason: string): EntryRow {
  if (target.kind === "reverse")
    throw new AppError("conflict", { reason: "ledger_mirror", which: target.id });
  return {
    id: step.newId(),
    kind: "reverse",
    serviceMonth: null,
    valueDate: step.today,
    proposalId: null,
    reverses: target.id,
    naturalKey: `reverse|${target.id}`,
    reason,
    postings: mirrorOf(linesOf(target)),
  };
}

/** The same for rows that are made already. */
export async function appendRows(step: Step, rows: readonly EntryRow[]): Promise<PostResult> {
  const ledger = "contributions";
  const { regionCode, userId: actorId } = step.actor;
  const byKey = new Map(rows.map((row) => [row.naturalKey, row]));
  if (byKey.size < rows.length) throw new AppError("operation-mismatch", { reason: "same-key-twice" });
  const appended = new Set(
    await appendEntries(step.tx, { ledger, regionCode, actorId }, rows).catch(asRefusal),
  );
  const before = [...byKey.keys()].filter((key) => !appended.has(key));
  if (before.length > 0) requireSame(await findEntriesByKey(step.tx, ledger, before), byKey);
  return { posted: appended.size, already: before.length };
}

function requireSame(found: readonly StoredEntry[], wanted: ReadonlyMap<string, EntryRow>): void {
  const other = found.find((entry) => {
    const row = wanted.get(entry.naturalKey)!;
    return row.kind !== entry.kind || JSON.stringify(row.postings) !== JSON.stringify(linesOf(entry));
  });
  if (other !== undefined) throw new AppError("operation-mismatch", { entryId: other.id });
}

function linesOf({ accounts, amounts }: StoredEntry): readonly Posting[] {
  return accounts.map((account, at) => ({ account: account as Posting["account"], amount: amounts[at]! }));
}
