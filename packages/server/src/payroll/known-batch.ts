import { createHash } from "node:crypto";
import { type Rupiah, rupiah } from "@tuwai/domain/money";
import {
  compareLine,
  type Comparison,
  isDifference,
  type LineFacts,
  lineText,
  type OpenEnd,
  openEndsOf,
  totalsOf,
} from "@tuwai/domain/payroll";
import { asSystem } from "#database";
import type { Step } from "#use-case";
import { type Batch, listLines, type StoredLine } from "./batch.store.ts";
import { listEndings, type StoredEnding } from "./ending.store.ts";
import { listReversed } from "./entry-state.view.ts";
import { listPaid } from "./paid.view.ts";
import { listMatches, type Match } from "./remittance.store.ts";
import { findResult, listDeductions, type Result, type StoredDeduction } from "./result.store.ts";

/** One line of a batch with everything that is known of it. */
export type KnownLine = {
  readonly line: StoredLine;
  readonly facts: LineFacts;
  readonly compared: Comparison;
  /** What the line is now, as hex: an answer about it names it. */
  readonly hash: string;
  readonly deduction: StoredDeduction | null;
  /** The ending that stands, if it was decided about the line as it is now. */
  readonly ending: StoredEnding | null;
  /** An ending that was about the line as it was before. */
  readonly outdated: StoredEnding | null;
};

export type Known = {
  readonly batch: Batch;
  readonly result: Result | undefined;
  readonly lines: readonly KnownLine[];
  readonly endings: readonly StoredEnding[];
};

/** Everything known of a batch, line by line; what BPJS has is added up without its workers. */
export async function knownOf(step: Pick<Step, "app" | "tx">, batch: Batch): Promise<Known> {
  const { tx } = step;
  const lines = await listLines(tx, batch);
  const result = await findResult(tx, batch.id);
  const deductions = result === undefined ? [] : await listDeductions(tx, result.id);
  const byMandate = new Map(deductions.map((each) => [each.mandateId, each]));
  const mandateIds = lines.map(({ mandateId }) => mandateId);
  const paid = await asSystem(step.app, (system) => listPaid(system, { month: batch.month, mandateIds }));
  const standing = await standingEndings(step, batch.id);
  const known = lines.map((line): KnownLine => {
    const deduction = byMandate.get(line.mandateId) ?? null;
    const facts = {
      mandateId: line.mandateId,
      promised: line.amount,
      carried: line.carried,
      deducted: deduction?.rupiah ?? null,
      // BPJS's list of a month is in as soon as anybody of the batch stands on it.
      paid: paid.size === 0 && line.own > 0 ? null : (paid.get(line.mandateId) ?? rupiah(0)),
    };
    const hash = hashLine(facts);
    const found = standing.find(({ mandateId }) => mandateId === line.mandateId) ?? null;
    const isNow = found?.lineHash === hash;
    return {
      line,
      facts,
      compared: compareLine(facts),
      hash,
      deduction,
      ending: isNow ? found : null,
      outdated: isNow ? null : found,
    };
  });
  return { batch, result, lines: known, endings: standing };
}

/** Without those whose entry the books have taken out again: their lines are open. */
async function standingEndings({ tx }: Pick<Step, "tx">, batchId: string): Promise<readonly StoredEnding[]> {
  const found = await listEndings(tx, batchId);
  const reversed = await listReversed(
    tx,
    found.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])),
  );
  return found.filter(({ entryId }) => entryId === null || !reversed.has(entryId));
}

function hashLine(facts: LineFacts): string {
  return createHash("sha256").update(lineText(facts)).digest("hex");
}

/** What the office took, what of it is on the account, and what is short after what somebody else bears. */
export type Transfer = {
  readonly deducted: Rupiah;
  readonly matched: Rupiah;
  readonly borne: Rupiah;
  readonly short: Rupiah;
  readonly hash: string;
};

/** As it stands in this moment; where the batch is known already, `transferFrom` reads nothing again. */
export async function transferOf(step: Pick<Step, "tx">, batch: Batch): Promise<Transfer> {
  return transferFrom({
    result: await findResult(step.tx, batch.id),
    endings: await standingEndings(step, batch.id),
    matches: await listMatches(step.tx, batch.id),
  });
}

export function transferFrom(
  of: Pick<Known, "result" | "endings"> & { readonly matches: readonly Match[] },
): Transfer {
  const deducted = of.result?.rupiah ?? rupiah(0);
  const matched = sum(of.matches.map((match) => match.rupiah));
  const borne = sum(
    of.endings
      .filter(({ mandateId, entryId }) => mandateId === null && entryId !== null)
      .map((ending) => ending.rupiah),
  );
  const hash = createHash("sha256")
    .update(JSON.stringify(["transfer", deducted, matched, borne]))
    .digest("hex");
  return { deducted, matched, borne, short: rupiah(deducted - matched - borne), hash };
}

export const sum = (amounts: readonly number[]): Rupiah =>
  rupiah(amounts.reduce((total, amount) => total + amount, 0));

/** Whether an accepted ending ends the difference; staying open ends nothing. */
export function isEnded({ ending }: Pick<KnownLine, "ending">): boolean {
  return ending !== null && ending.decision === "accepted" && ending.ending !== "open";
}

/** Everything of a batch that is still open; empty when it can be closed. */
export async function getOpenEnds(step: Step, batch: Batch): Promise<readonly OpenEnd[]> {
  const known = await knownOf(step, batch);
  return openEnds(known, transferFrom({ ...known, matches: await listMatches(step.tx, batch.id) }));
}

export function openEnds(
  { lines, result, endings: standing }: Known,
  transfer: Transfer,
): readonly OpenEnd[] {
  const open = lines.filter((line) => isDifference(line.compared) && !isEnded(line));
  return openEndsOf({
    hasResult: result !== undefined,
    totals: totalsOf(lines.map(({ facts }) => facts)),
    openDifferences: open.length,
    proposedEndings: standing.filter(({ decision, ending }) => decision === null && ending !== "open").length,
    transferShort: transfer.short,
  });
}
