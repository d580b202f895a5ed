import { createHash } from "node:crypto";
import { type Rupiah, rupiah } from "@tuwai/domain/money";
import {
  compareLine,
  type Comparison,
  type DeductionOutcome,
  type Ending,
  endingFits,
  endings,
  isDifference,
  type LineFacts,
  lineText,
  type NotDeductedReason,
  type OpenEnd,
  openEndsOf,
  sizeOf,
  transferEndings,
  type Totals,
  totalsOf,
} from "@tuwai/domain/payroll";
import { type CivilDate, jakartaDate } from "@tuwai/domain/time";
import { asSystem } from "#database";
import { read, type Step } from "#use-case";
import { type Batch, listLines, type StoredLine } from "./batch.store.ts";
import { listEndings, listRefusals, type StoredEnding } from "./ending.store.ts";
import { listReversed } from "./entry-state.view.ts";
import { listPaid } from "./paid.view.ts";
import { listMatches, type Match } from "./remittance.store.ts";
import { type BatchName, requireBatch } from "./require-batch.ts";
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
export async function standingEndings(
  { tx }: Pick<Step, "tx">,
  batchId: string,
): Promise<readonly StoredEnding[]> {
  const found = await listEndings(tx, batchId);
  const reversed = await listReversed(
    tx,
    found.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])),
  );
  return found.filter(({ entryId }) => entryId === null || !reversed.has(entryId));
}

export function hashLine(facts: LineFacts): string {
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

export async function transferOf(step: Pick<Step, "tx">, batch: Batch): Promise<Transfer> {
  const result = await findResult(step.tx, batch.id);
  const deducted = result?.rupiah ?? rupiah(0);
  const matched = sum((await listMatches(step.tx, batch.id)).map((match) => match.rupiah));
  const borne = sum(
    (await standingEndings(step, batch.id))
      .filter(({ mandateId, entryId }) => mandateId === null && entryId !== null)
      .map((ending) => ending.rupiah),
  );
  const hash = createHash("sha256")
    .update(JSON.stringify(["transfer", deducted, matched, borne]))
    .digest("hex");
  return { deducted, matched, borne, short: rupiah(deducted - matched - borne), hash };
}

const sum = (amounts: readonly number[]): Rupiah =>
  rupiah(amounts.reduce((total, amount) => total + amount, 0));

/** Whether an accepted ending ends the difference; staying open ends nothing. */
export function isEnded({ ending }: Pick<KnownLine, "ending">): boolean {
  return ending !== null && ending.decision === "accepted" && ending.ending !== "open";
}

/** Everything of a batch that is still open; empty when it can be closed. */
export async function getOpenEnds(step: Step, batch: Batch): Promise<readonly OpenEnd[]> {
  const known = await knownOf(step, batch);
  return openEnds(known, await transferOf(step, batch));
}

function openEnds({ lines, result, endings: standing }: Known, transfer: Transfer): readonly OpenEnd[] {
  const open = lines.filter((line) => isDifference(line.compared) && !isEnded(line));
  return openEndsOf({
    hasResult: result !== undefined,
    totals: totalsOf(lines.map(({ facts }) => facts)),
    openDifferences: open.length,
    proposedEndings: standing.filter(({ decision, ending }) => decision === null && ending !== "open").length,
    transferShort: transfer.short,
  });
}

export type ShownEnding = Pick<
  StoredEnding,
  | "id"
  | "ending"
  | "rupiah"
  | "carry"
  | "borneBy"
  | "note"
  | "until"
  | "proposedAt"
  | "decision"
  | "decidedAt"
> & {
  /** Whoever reads has proposed it, and so cannot accept it. */
  readonly isOwn: boolean;
};

export type DifferenceLine = {
  readonly mandateCode: string;
  readonly employeeName: string | null;
  readonly lineHash: string;
  readonly promised: Rupiah;
  readonly deducted: Rupiah | null;
  readonly paid: Rupiah | null;
  readonly state: Comparison["state"];
  readonly rupiah: Rupiah;
  readonly outcome: DeductionOutcome | null;
  readonly reason: NotDeductedReason | null;
  readonly words: string | null;
  readonly fits: readonly Ending[];
  readonly ending: ShownEnding | null;
  /** Decided about the line as it was; it changed meanwhile, and is open. */
  readonly outdated: ShownEnding | null;
  readonly refusal: string | null;
};

export type Reconciliation = {
  readonly batch: Pick<Batch, "code" | "office" | "month" | "version" | "fingerprint" | "state">;
  readonly hasResult: boolean;
  /** Whether anything of the month is on BPJS's list yet. */
  readonly isBpjsIn: boolean;
  readonly totals: Totals;
  readonly transfer: Omit<Transfer, "hash"> & {
    readonly lineHash: string;
    readonly fits: readonly Ending[];
    readonly ending: ShownEnding | null;
    readonly refusal: string | null;
  };
  readonly matches: readonly Omit<Match, "batchId" | "remittanceId" | "entryId">[];
  /** Differences, ended or not; what agrees is only counted. */
  readonly differences: readonly DifferenceLine[];
  readonly ended: number;
  readonly openRupiah: Rupiah;
  readonly openEnds: readonly OpenEnd[];
  /** The day since which a difference is open: that of the result. */
  readonly since: CivilDate | null;
};

/** A batch three times, and what differs: promised by mandate, deducted by payroll, received by BPJS; and what reached the account. */
export const getReconciliation = read(
  { purpose: "payroll-reconciliation", permission: "deduction_batch.read" },
  async (step, input: BatchName): Promise<Reconciliation> => {
    const batch = await requireBatch(step, input);
    const known = await knownOf(step, batch);
    const transfer = await transferOf(step, batch);
    const refusals = new Map(
      (await listRefusals(step.tx, batch.id)).map(({ mandateId, refusal }) => [mandateId, refusal]),
    );
    const { userId } = step.actor;
    const differences = known.lines
      .filter(({ compared }) => isDifference(compared))
      .toSorted((one, other) => handsOf(other) - handsOf(one));
    const open = differences.filter((line) => !isEnded(line));
    const { hash: lineHash, ...money } = transfer;
    const ofTransfer = known.endings.find(({ mandateId }) => mandateId === null) ?? null;
    const { code, office, month, version, fingerprint, state } = batch;
    return {
      batch: { code, office, month, version, fingerprint, state },
      hasResult: known.result !== undefined,
      isBpjsIn: known.lines.some(({ facts }) => (facts.paid ?? 0) > 0),
      totals: totalsOf(known.lines.map(({ facts }) => facts)),
      transfer: {
        ...money,
        lineHash,
        fits: transfer.short > 0 && known.result !== undefined ? transferEndings : [],
        ending: ofTransfer === null ? null : shownEnding(ofTransfer, userId),
        refusal: refusals.get(null) ?? null,
      },
      matches: (await listMatches(step.tx, batch.id)).map(
        ({ batchId: _batch, remittanceId: _remittance, entryId: _entry, ...match }) => match,
      ),
      differences: differences.map((line) => shownLine(line, { userId, refusals })),
      ended: differences.length - open.length,
      openRupiah: sum(open.map(({ compared }) => sizeOf(compared))),
      openEnds: openEnds(known, transfer),
      since: known.result === undefined ? null : jakartaDate(known.result.readAt.getTime()),
    };
  },
);

/** Money in somebody's hands first. */
const handsOf = ({ compared }: KnownLine): number => (compared.held > 0 || compared.missing < 0 ? 1 : 0);

function shownLine(
  { line, facts, compared, hash, deduction, ending, outdated }: KnownLine,
  of: { readonly userId: string; readonly refusals: ReadonlyMap<string | null, string> },
): DifferenceLine {
  return {
    mandateCode: line.mandateCode,
    employeeName: line.employeeName,
    lineHash: hash,
    promised: facts.promised,
    deducted: facts.deducted,
    paid: facts.paid,
    state: compared.state,
    rupiah: sizeOf(compared),
    outcome: deduction?.outcome ?? null,
    reason: deduction?.reason ?? null,
    words: deduction?.words ?? null,
    fits: endings.filter((each) => endingFits(each, compared)),
    ending: ending === null ? null : shownEnding(ending, of.userId),
    outdated: outdated === null ? null : shownEnding(outdated, of.userId),
    refusal: of.refusals.get(line.mandateId) ?? null,
  };
}

function shownEnding(ending: StoredEnding, userId: string): ShownEnding {
  const {
    id,
    ending: kind,
    rupiah: amount,
    carry,
    borneBy,
    note,
    until,
    proposedAt,
    decision,
    decidedAt,
  } = ending;
  const isOwn = ending.proposedBy === userId;
  return {
    id,
    ending: kind,
    rupiah: amount,
    carry,
    borneBy,
    note,
    until,
    proposedAt,
    decision,
    decidedAt,
    isOwn,
  };
}
