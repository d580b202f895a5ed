import { type Rupiah, rupiah, sumRupiah } from "#money";

/** What is known of one mandate in a batch. `deducted` is null until payroll has answered, `paid` until BPJS's list is in. */
export type LineFacts = {
  readonly mandateId: string;
  /** What was to be taken, of which `carried` belongs to an earlier month. */
  readonly promised: Rupiah;
  readonly carried: Rupiah;
  readonly deducted: Rupiah | null;
  readonly paid: Rupiah | null;
};

export type Difference =
  | "not-deducted"
  | "deducted-less"
  | "deducted-more"
  | "not-paid"
  | "paid-less"
  | "paid-more";

export type Comparison = {
  readonly mandateId: string;
  readonly state: "waiting-payroll" | "waiting-bpjs" | "agrees" | Difference;
  /** Promised and not deducted; below zero: taken too much. */
  readonly missing: Rupiah;
  /** Deducted for this month and not at BPJS; below zero: BPJS has more than was deducted. */
  readonly held: Rupiah;
};

/** One mandate, three times: promised, deducted, received by BPJS. What is not known yet is no difference. */
export function compareLine({ mandateId, promised, carried, deducted, paid }: LineFacts): Comparison {
  if (deducted === null) return { mandateId, state: "waiting-payroll", missing: rupiah(0), held: rupiah(0) };
  const missing = rupiah(promised - deducted);
  const held = rupiah(paid === null ? 0 : deducted - carried - paid);
  return { mandateId, state: stateOf({ deducted, paid, missing, held }), missing, held };
}

function stateOf(of: {
  readonly deducted: Rupiah;
  readonly paid: Rupiah | null;
  readonly missing: Rupiah;
  readonly held: Rupiah;
}): Comparison["state"] {
  if (of.missing > 0) return of.deducted === 0 ? "not-deducted" : "deducted-less";
  if (of.missing < 0) return "deducted-more";
  if (of.paid === null) return "waiting-bpjs";
  if (of.held === 0) return "agrees";
  if (of.held < 0) return "paid-more";
  return of.paid === 0 ? "not-paid" : "paid-less";
}

export function isDifference({ state }: Comparison): boolean {
  return state !== "waiting-payroll" && state !== "waiting-bpjs" && state !== "agrees";
}

/** What the difference is about, in whole rupiah above zero. */
export function sizeOf({ missing, held }: Comparison): Rupiah {
  return rupiah(Math.abs(missing === 0 ? held : missing));
}

/** The only ways in which a difference ends. `open` is none: it stays, and says until when and why. */
export const endings = ["open", "carried", "returned", "fee", "wrong-data", "written-off"] as const;
export type Ending = (typeof endings)[number];

/** Who bears a bank's fee: the city at once; the office, by another transfer that is still to come. Never the employee. */
export const feeBearers = ["city", "office"] as const;
export type FeeBearer = (typeof feeBearers)[number];

/** The ways in which a transfer that came short of what was deducted can end. */
export const transferEndings: readonly Ending[] = ["open", "fee", "wrong-data", "written-off"];

/**
 * Whether a mandate's difference can end so: what was taken or is missing can be carried, only money in hand can be returned, only
 * what nobody took can be written off, and a fee is never a mandate's. Wrong data and staying open fit everything.
 */
export function endingFits(ending: Ending, { missing, held }: Comparison): boolean {
  switch (ending) {
    case "carried":
      return missing !== 0 || held > 0;
    case "returned":
      return missing < 0 || held > 0;
    case "written-off":
      return missing > 0;
    case "fee":
      return false;
    case "open":
    case "wrong-data":
    default:
      return true;
  }
}

/** What a carried difference adds to the next month's deduction; below zero: it takes so much less. */
export function carryOf({ missing, held }: Comparison): Rupiah {
  return rupiah(missing === 0 ? 0 - held : missing);
}

/**
 * What an ending was decided about, as one text: it holds only while the line is as it was seen. A line that changed meanwhile has
 * another text, and is asked anew.
 */
export function lineText({ promised, carried, deducted, paid }: LineFacts): string {
  return JSON.stringify([1, promised, carried, deducted, paid]);
}

export type Totals = {
  readonly lines: number;
  readonly agree: number;
  readonly different: number;
  readonly waiting: number;
  readonly promised: Rupiah;
  readonly deducted: Rupiah;
  readonly paid: Rupiah;
  /** Promised less deducted, of all lines that payroll answered. */
  readonly missing: Rupiah;
  readonly held: Rupiah;
  /** The sum of what differs, each difference once. */
  readonly differing: Rupiah;
};

/** All lines of a batch; the order in which they come makes no difference. */
export function totalsOf(lines: readonly LineFacts[]): Totals {
  const compared = lines.map(compareLine);
  const different = compared.filter(isDifference);
  const agree = compared.filter(({ state }) => state === "agrees").length;
  return {
    lines: lines.length,
    agree,
    different: different.length,
    waiting: lines.length - agree - different.length,
    promised: sumRupiah(lines.map(({ promised }) => promised)),
    deducted: sumRupiah(lines.map(({ deducted }) => deducted ?? rupiah(0))),
    paid: sumRupiah(lines.map(({ paid }) => paid ?? rupiah(0))),
    missing: sumRupiah(compared.map(({ missing }) => missing)),
    held: sumRupiah(compared.map(({ held }) => held)),
    differing: sumRupiah(different.map(sizeOf)),
  };
}

/** Why a batch cannot be closed. */
export type OpenEnd =
  | "no-result"
  | "bpjs-waiting"
  | "differences-open"
  | "transfer-open"
  | "endings-proposed";

/** Everything that is still open of a batch; it is closed when nothing is. */
export function openEndsOf(of: {
  readonly hasResult: boolean;
  readonly totals: Totals;
  readonly openDifferences: number;
  readonly proposedEndings: number;
  /** Deducted, and neither arrived in the account nor ended as a fee or written off. */
  readonly transferShort: Rupiah;
}): readonly OpenEnd[] {
  if (!of.hasResult) return ["no-result"];
  return [
    ...(of.totals.waiting > 0 ? ["bpjs-waiting" as const] : []),
    ...(of.openDifferences > 0 ? ["differences-open" as const] : []),
    ...(of.proposedEndings > 0 ? ["endings-proposed" as const] : []),
    ...(of.transferShort === 0 ? [] : ["transfer-open" as const]),
  ];
}
