import { coverageDefinition, shareOf, sumOfEstimates } from "@tuwai/domain/coverage";
import { isTooLow, type Range } from "@tuwai/domain/indicators";
import { estimatesOf } from "#indicators";
import { read } from "#use-case";
import { type Beside, listTrueCounts, type TrueCount } from "./true-count.view.ts";

/** Who is covered of those listed, who stands beside them, and how many there are by fixed sources. */
export type ExactShare = {
  readonly numerator: number;
  /** People on lists who may be covered. It grows with every list that is sent, and is no headline's denominator. */
  readonly denominator: number;
  /** Of those listed. */
  readonly percent: number | null;
  readonly beside: Beside;
  /** Vulnerable workers by fixed sources, which no list changes; null before somebody has entered them. */
  readonly estimate: Range | null;
  /** Of the middle of the estimate, whatever is listed; null where more are covered than it says there are. */
  readonly estimatedPercent: number | null;
  /** More are listed than the estimate holds possible. */
  readonly isEstimateTooLow: boolean;
};

export type ExactCoverage = {
  readonly definition: string;
  /** The day of asking: the count is made now. */
  readonly asOf: string;
  readonly total: ExactShare;
  readonly villages: readonly (ExactShare & {
    readonly code: string;
    readonly name: string;
    readonly kecamatan: string;
  })[];
};

/**
 * Exact figures of the actor's own area, for those who work with its lists anyway: village, kecamatan or city. Whoever
 * sees no persons gets no exact figures either (`forbidden`): a screenshot of a small number is a disclosure (G.7 S13).
 */
export const getVillageCoverage = read(
  { purpose: "coverage-village", permission: "stats.village.read", isKept: true },
  async ({ tx, area, today }): Promise<ExactCoverage> => {
    const counts = await listTrueCounts(tx, area);
    const estimates = new Map((await estimatesOf({ tx, area })).map((one) => [one.villageCode, one]));
    const estimateOf = (code: string): Range | null => estimates.get(code) ?? null;
    return {
      definition: coverageDefinition,
      asOf: today,
      total: exactShare(counts, sumOfEstimates(counts.map(({ code }) => ({ estimate: estimateOf(code) })))),
      villages: counts.map((count) => {
        const { code, name, kecamatan } = count;
        return { code, name, kecamatan, ...exactShare([count], estimateOf(code)) };
      }),
    };
  },
);

function exactShare(counts: readonly TrueCount[], estimate: Range | null): ExactShare {
  const sum = (of: (count: TrueCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const numerator = sum((count) => count.numerator);
  const denominator = sum((count) => count.denominator);
  const isEstimateTooLow = isTooLow(denominator, estimate);
  return {
    numerator,
    denominator,
    percent: shareOf(numerator, denominator),
    beside: {
      grace: sum(({ beside }) => beside.grace),
      waitingFirstPayment: sum(({ beside }) => beside.waitingFirstPayment),
      listOnly: sum(({ beside }) => beside.listOnly),
    },
    estimate: estimate === null ? null : { low: estimate.low, middle: estimate.middle, high: estimate.high },
    estimatedPercent:
      estimate === null || numerator > estimate.middle ? null : shareOf(numerator, estimate.middle),
    isEstimateTooLow,
  };
}
