import { at, type Edges } from "./edges.ts";

export type CompetitionOptions = {
  rows: { left: number; right: number };
  /** Share of right records that repeat another: how far a left record already claimed may be claimed again. */
  repeats: number;
};

/** Odds above 2^60 are certainty; capping keeps sums of odds finite. */
const mostBits = 60;

/**
 * Probability of each pair when candidates compete. At most one left record is the right record's person, so
 * q = odds / (1 + sum of all its candidates' odds); and a left record that another right record surely is
 * leaves only the chance of a repeat. Calibrated where the single-pair probability is over-confident.
 */
export function competingProbabilities(edges: Edges, options: CompetitionOptions): Float64Array {
  const odds = edges.bits.map((bits) => 2 ** Math.min(bits, mostBits));
  const alone = normalise(odds, edges.right, options.rows.right);
  const claims = new Float64Array(options.rows.left);
  edges.left.forEach((left, i) => {
    claims[left] = at(claims, left) + at(alone, i);
  });
  const contested = odds.map((value, i) => {
    const claimedByOthers = Math.min(1, Math.max(0, at(claims, at(edges.left, i)) - at(alone, i)));
    return value * (1 - claimedByOthers * (1 - options.repeats));
  });
  return normalise(contested, edges.right, options.rows.right);
}

function normalise(odds: Float64Array, right: Int32Array, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  right.forEach((record, i) => {
    sums[record] = at(sums, record) + at(odds, i);
  });
  return odds.map((value, i) => value / (1 + at(sums, at(right, i))));
}
