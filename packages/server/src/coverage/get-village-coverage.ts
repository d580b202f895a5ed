import { coverageDefinition, shareOf } from "@tuwai/domain/coverage";
import { read } from "#use-case";
import { type Beside, listTrueCounts, type TrueCount } from "./true-count.view.ts";

/** A number with both halves, and who stands beside it. */
export type ExactShare = {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
  readonly beside: Beside;
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
  { purpose: "coverage-village", permission: "stats.village.read" },
  async ({ tx, area, today }): Promise<ExactCoverage> => {
    const counts = await listTrueCounts(tx, area);
    return {
      definition: coverageDefinition,
      asOf: today,
      total: exactShare(counts),
      villages: counts.map((count) => {
        const { code, name, kecamatan } = count;
        return { code, name, kecamatan, ...exactShare([count]) };
      }),
    };
  },
);

function exactShare(counts: readonly TrueCount[]): ExactShare {
  const sum = (of: (count: TrueCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const numerator = sum((count) => count.numerator);
  const denominator = sum((count) => count.denominator);
  return {
    numerator,
    denominator,
    percent: shareOf(numerator, denominator),
    beside: {
      grace: sum(({ beside }) => beside.grace),
      waitingFirstPayment: sum(({ beside }) => beside.waitingFirstPayment),
      listOnly: sum(({ beside }) => beside.listOnly),
    },
  };
}
