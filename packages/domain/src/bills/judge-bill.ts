/** What somebody said of a difference, and the exact rupiah it was said of: another difference is asked anew. */
export type GivenAnswer = {
  readonly kind: Difference["kind"];
  readonly rupiah: number;
  readonly answer: BillAnswer;
};

/**
 * Of a bill that differs from our list: BPJS corrects it, our list was wrong and is mended, or it is paid as billed. Of money that differs
 * from the bill: the rest follows, the excess comes back, or is kept for the next month, or a bank took it as its fee.
 */
export const billAnswers = {
  billed: ["bpjs-corrects", "list-mended", "paid-as-billed"],
  received: ["rest-follows", "comes-back", "kept-for-next-month", "bank-fee"],
} as const;

export type BillAnswer = (typeof billAnswers)[keyof typeof billAnswers][number];

/** One group and month, in whole rupiah: what our obligations say, what BPJS billed, and what it confirmed under the bill's code. */
export type BillFacts = {
  readonly owed: number;
  /** Null while no bill is noted. */
  readonly billed: number | null;
  readonly received: number;
  readonly answers: readonly GivenAnswer[];
};

/** `billed`: the bill against our list. `received`: the money against the bill. Above zero is more than expected. */
export type Difference = {
  readonly kind: "billed" | "received";
  readonly rupiah: number;
  readonly answer: BillAnswer | null;
};

/** `unpaid`: nothing came yet. `differs`: a difference waits for an answer. `answered`: all differences have one. `even`: to the rupiah. */
export type BillState = "no-bill" | "unpaid" | "differs" | "answered" | "even";

export type JudgedBill = { readonly state: BillState; readonly differences: readonly Difference[] };

/** Whether list, bill and money agree to the rupiah; a difference is never taken silently, whichever way it goes. */
export function judgeBill({ owed, billed, received, answers }: BillFacts): JudgedBill {
  if (billed === null) return { state: "no-bill", differences: [] };
  const sizes = [
    { kind: "billed" as const, rupiah: billed - owed },
    // Money that has not come at all is no difference: the bill waits.
    { kind: "received" as const, rupiah: received === 0 ? 0 : received - billed },
  ];
  const differences = sizes
    .filter(({ rupiah }) => rupiah !== 0)
    .map((size) => ({ ...size, answer: answerTo(size, answers) }));
  return { state: stateOf(differences, received), differences };
}

function answerTo(
  { kind, rupiah }: Pick<Difference, "kind" | "rupiah">,
  answers: BillFacts["answers"],
): BillAnswer | null {
  const fitting = answers.findLast((given) => given.kind === kind && given.rupiah === rupiah);
  return fitting?.answer ?? null;
}

function stateOf(differences: readonly Difference[], received: number): BillState {
  if (differences.some(({ answer }) => answer === null)) return "differs";
  if (received === 0) return "unpaid";
  return differences.length === 0 ? "even" : "answered";
}
