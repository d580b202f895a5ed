import { at, type Edges } from "./edges.ts";

/** Odds above 2^60 are certainty; capping keeps sums of odds finite. */
const mostBits = 60;

/**
 * Probability of each pair when the candidates of one right record compete: at most one left record is that person,
 * so q = odds / (1 + sum of all candidates' odds). Calibrated where the single-pair probability is over-confident.
 */
export function competingProbabilities(edges: Edges, rightRows: number): Float64Array {
  const sums = new Float64Array(rightRows);
  edges.right.forEach((right, i) => {
    sums[right] = at(sums, right) + oddsOf(at(edges.bits, i));
  });
  return edges.bits.map((bits, i) => oddsOf(bits) / (1 + at(sums, at(edges.right, i))));
}

const oddsOf = (bits: number): number => 2 ** Math.min(bits, mostBits);
