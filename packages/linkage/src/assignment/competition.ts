import { at, type Edges } from "./edges.ts";

export type CompetitionOptions = {
  rows: { left: number; right: number };
  /** Share of right records that repeat another: how far a left record already claimed may be claimed again. */
  repeats: number;
  /** Bits to add to every weight first. */
  shift?: number;
};

/** Odds above 2^60 are certainty; capping keeps sums of odds finite. */
const mostBits = 60;

/**
 * Probability of each pair when candidates compete. At most one left record is the right record's person, so
 * q = odds / (1 + sum of all its candidates' odds); and a left record that another right record surely is
 * leaves only the chance of a repeat. Calibrated where the single-pair probability is over-confident.
 */
export function competingProbabilities(edges: Edges, options: CompetitionOptions): Float64Array {
  const { left, right, bits } = edges;
  const { rows, repeats, shift = 0 } = options;
  /* Plain loops over typed arrays: a province has millions of pairs, and settling the prior walks them several times. */
  const odds = new Float64Array(bits.length);
  for (let i = 0; i < odds.length; i++) odds[i] = 2 ** Math.min(at(bits, i) + shift, mostBits);
  const alone = normalised(odds, right, rows.right);
  const claims = new Float64Array(rows.left);
  for (let i = 0; i < odds.length; i++) {
    const record = at(left, i);
    claims[record] = at(claims, record) + at(alone, i);
  }
  for (let i = 0; i < odds.length; i++) {
    const claimedByOthers = Math.min(1, Math.max(0, at(claims, at(left, i)) - at(alone, i)));
    odds[i] = at(odds, i) * (1 - claimedByOthers * (1 - repeats));
  }
  return normalised(odds, right, rows.right);
}

function normalised(odds: Float64Array, right: Int32Array, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0; i < odds.length; i++) {
    const record = at(right, i);
    sums[record] = at(sums, record) + at(odds, i);
  }
  const shares = new Float64Array(odds.length);
  for (let i = 0; i < odds.length; i++) shares[i] = at(odds, i) / (1 + at(sums, at(right, i)));
  return shares;
}
