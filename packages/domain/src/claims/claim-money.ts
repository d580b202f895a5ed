import type { BenefitExplanation } from "#benefits";

/** A part of what is due, as it was reckoned when the file was handed in. */
export type EstimatedPart = {
  readonly part: string;
  readonly amount: number;
  readonly rule: string;
};

/** Frozen at handing in; `total` null where the law leaves the whole open. */
export type Estimate = {
  readonly parts: readonly EstimatedPart[];
  readonly total: number | null;
  readonly certainty: BenefitExplanation["certainty"];
  readonly rule: string;
  readonly questions: readonly string[];
};

export function estimateOf(explanation: BenefitExplanation): Estimate {
  const { parts, total, certainty, rule, questions } = explanation;
  return {
    parts: parts.map(({ part, amount, rule: of }) => ({ part, amount, rule: of })),
    total,
    certainty,
    rule,
    questions,
  };
}

/** The parts in which BPJS pays; scholarships are followed by child and year. */
export const paidParts = [
  "death-lump",
  "periodic",
  "funeral",
  "temporary-disability",
  "disability",
  "transport",
  "care",
  "late-interest",
  "refund",
  "other",
] as const;
export type PaidPart = (typeof paidParts)[number];

/** Why a part differs from the estimate: chosen from a closed list, never guessed. */
export const differenceReasons = [
  "receipt-awaited",
  "other-wage-base",
  "other-length",
  "without-receipt",
  "other-cover",
  "paid-late",
  "estimate-wrong",
  "asked-bpjs",
] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

export type MoneyLine = {
  readonly part: string;
  readonly expected: number;
  readonly received: number;
  readonly difference: number;
  readonly explanation: DifferenceReason | null;
};

type Received = { readonly part: string; readonly amount: number };
type Explained = { readonly part: string; readonly reason: DifferenceReason };

/** Expected and received part by part, in the order of the estimate, then what came beside it. */
export function compareMoney(
  estimate: Pick<Estimate, "parts"> | null,
  received: readonly Received[],
  explained: readonly Explained[],
): readonly MoneyLine[] {
  const expected = estimate?.parts ?? [];
  const names = new Set([...expected, ...received].map(({ part }) => part));
  return [...names].map((part) => {
    const due = sumOf(expected, part);
    const came = sumOf(received, part);
    const reason = explained.findLast((each) => each.part === part)?.reason ?? null;
    return { part, expected: due, received: came, difference: came - due, explanation: reason };
  });
}

/** Parts that differ and about which nobody has said why: with one of these a case is not over. */
export const unexplained = (lines: readonly MoneyLine[]): readonly MoneyLine[] =>
  lines.filter(({ difference, explanation }) => difference !== 0 && explanation === null);

const sumOf = (parts: readonly Received[], part: string): number =>
  parts.reduce((sum, each) => sum + (each.part === part ? each.amount : 0), 0);
