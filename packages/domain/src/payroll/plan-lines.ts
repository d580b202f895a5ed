import { type Rupiah, rupiah, sumRupiah } from "#money";

/** What a mandate owes in the month, what an earlier month left over (more or less than nothing), and the most it allows. */
export type MandateDue = {
  readonly mandateId: string;
  readonly own: Rupiah;
  /** To be taken in addition; below zero: taken too much before. */
  readonly carried: Rupiah;
  readonly cap: Rupiah;
};

export type LineChange = "new" | "stopped" | "changed" | "same";

export type PayrollLine = {
  readonly mandateId: string;
  readonly own: Rupiah;
  readonly carried: Rupiah;
  /** What is to be taken: own and carried together. */
  readonly amount: Rupiah;
  /** What the office's last accepted batch said. */
  readonly before: Rupiah;
  readonly change: LineChange;
};

/** Why a mandate is not in the batch: another batch of the month has it, or its month costs more than it allows. */
export type LeftOutMandate = {
  readonly mandateId: string;
  readonly reason: "occupied" | "over-cap";
  readonly own: Rupiah;
};

export type BatchPlan = {
  readonly lines: readonly PayrollLine[];
  readonly leftOut: readonly LeftOutMandate[];
  /** Mandates whose remainder of an earlier month must wait: it does not fit under the cap, or is more than the month takes. */
  readonly carryWaits: readonly string[];
};

/**
 * The lines of a batch: every mandate of the office with what is to be taken, against what the last accepted batch took. A mandate that
 * another batch of the month has is left out; whoever stood in the last batch and owes nothing now is told as stopped, but not in a
 * second batch of the same month. Nothing is ever taken above a cap, nor part of a month.
 */
export function planLines(of: {
  readonly mandates: readonly MandateDue[];
  readonly before: ReadonlyMap<string, Rupiah>;
  readonly occupied: ReadonlySet<string>;
  readonly isSupplement: boolean;
}): BatchPlan {
  const lines: PayrollLine[] = [];
  const leftOut: LeftOutMandate[] = [];
  const carryWaits: string[] = [];
  const known = new Set<string>();
  for (const mandate of of.mandates) {
    const { mandateId, own } = mandate;
    known.add(mandateId);
    if (of.occupied.has(mandateId)) leftOut.push({ mandateId, reason: "occupied", own });
    else if (own > mandate.cap) leftOut.push({ mandateId, reason: "over-cap", own });
    else {
      const carried = carriedNow(mandate);
      if (carried !== mandate.carried) carryWaits.push(mandateId);
      lines.push(lineOf({ mandateId, own, carried }, of.before.get(mandateId) ?? rupiah(0)));
    }
  }
  const left = new Set(leftOut.map(({ mandateId }) => mandateId));
  for (const [mandateId, before] of of.isSupplement ? [] : of.before)
    if (before > 0 && (!known.has(mandateId) || left.has(mandateId)) && !of.occupied.has(mandateId))
      lines.push(lineOf({ mandateId, own: rupiah(0), carried: rupiah(0) }, before));
  return {
    lines: lines.toSorted(byMandate),
    leftOut: leftOut.toSorted(byMandate),
    carryWaits: carryWaits.toSorted(),
  };
}

/** All of the remainder or nothing of it. */
function carriedNow({ own, carried, cap }: MandateDue): Rupiah {
  const amount = own + carried;
  return amount < 0 || amount > cap ? rupiah(0) : carried;
}

function lineOf(
  { mandateId, own, carried }: Pick<PayrollLine, "mandateId" | "own" | "carried">,
  before: Rupiah,
): PayrollLine {
  const amount = rupiah(own + carried);
  return { mandateId, own, carried, amount, before, change: changeOf(before, amount, own) };
}

function changeOf(before: Rupiah, amount: Rupiah, own: Rupiah): LineChange {
  if (before === 0) return "new";
  if (own === 0 && amount === 0) return "stopped";
  return before === amount ? "same" : "changed";
}

const byMandate = (one: { readonly mandateId: string }, other: { readonly mandateId: string }): number =>
  one.mandateId < other.mandateId ? -1 : one.mandateId > other.mandateId ? 1 : 0;

export type BatchSums = {
  /** Mandates of which something is taken. */
  readonly mandates: number;
  readonly amount: Rupiah;
  /** The same of the batch before. */
  readonly mandatesBefore: number;
  readonly amountBefore: Rupiah;
  readonly changes: Readonly<Record<LineChange, number>>;
};

export function sumLines(lines: readonly PayrollLine[]): BatchSums {
  const changes = { new: 0, stopped: 0, changed: 0, same: 0 };
  for (const { change } of lines) changes[change] += 1;
  return {
    mandates: lines.filter(({ amount }) => amount > 0).length,
    amount: sumRupiah(lines.map(({ amount }) => amount)),
    mandatesBefore: lines.filter(({ before }) => before > 0).length,
    amountBefore: sumRupiah(lines.map(({ before }) => before)),
    changes,
  };
}

/**
 * What the approval is an approval of, as one text: two batches with the same text are the same, whatever order their lines came in.
 * Its SHA-256 is the fingerprint on screen, in the file and in the trail.
 */
export function contentOf(batch: {
  readonly code: string;
  readonly office: string;
  readonly month: string;
  readonly version: number;
  readonly lines: readonly PayrollLine[];
}): string {
  const lines = batch.lines
    .toSorted(byMandate)
    .map(({ mandateId, own, carried, amount, before }) => [mandateId, own, carried, amount, before]);
  return JSON.stringify([1, batch.code, batch.office, batch.month, batch.version, lines]);
}
