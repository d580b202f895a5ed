import type { Rupiah } from "@tuwai/domain/money";
import {
  type Comparison,
  type DeductionOutcome,
  type Ending,
  endingFits,
  endings,
  isDifference,
  type NotDeductedReason,
  type OpenEnd,
  sizeOf,
  transferEndings,
  type Totals,
  totalsOf,
} from "@tuwai/domain/payroll";
import { type CivilDate, jakartaDate } from "@tuwai/domain/time";
import { read } from "#use-case";
import type { Batch } from "./batch.store.ts";
import { listRefusals, type StoredEnding } from "./ending.store.ts";
import {
  isEnded,
  type KnownLine,
  knownOf,
  openEnds,
  sum,
  type Transfer,
  transferFrom,
} from "./known-batch.ts";
import { listMatches, type Match } from "./remittance.store.ts";
import { type BatchName, requireBatch } from "./require-batch.ts";

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
    const matches = await listMatches(step.tx, batch.id);
    const transfer = transferFrom({ ...known, matches });
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
      matches: matches.map(
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
