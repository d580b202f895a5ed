/** Scored pairs by position: record numbers and weights, strongest first, and the probability of each after competition. */
export type ScoredPairs = {
  left: Int32Array;
  right: Int32Array;
  bits: Float64Array;
  probabilities: Float64Array;
};
export type HistogramBar = { from: number; to: number; pairs: number; expectedMatches: number };
export type PairQuality = {
  /** Mean probability of the chosen links. Calibrated as far as the model's m and u fit these lists. */
  estimatedPrecision: number;
  /** Matches among all scored pairs: the sum of their probabilities. */
  expectedMatches: number;
  /** Of those, the share that was chosen. Says nothing about pairs no rule brought together. */
  recallInsideBlocks: number;
  /** Right records with two or more candidates within 3 bits of the strongest, the strongest being a likely match. */
  ambiguousRows: number;
  /** Pairs by weight, in steps of two bits. */
  histogram: HistogramBar[];
};

const nearBits = 3;
const step = 2;

/** What scored pairs and the chosen links say about their own quality, without a single label. */
export function qualityOfPairs(scored: ScoredPairs, chosen: Float64Array, rightRows: number): PairQuality {
  const expectedMatches = sum(scored.probabilities);
  const expectedChosen = sum(chosen);
  return {
    estimatedPrecision: chosen.length === 0 ? 1 : expectedChosen / chosen.length,
    expectedMatches,
    recallInsideBlocks: expectedMatches === 0 ? 1 : Math.min(1, expectedChosen / expectedMatches),
    ambiguousRows: countAmbiguous(scored, rightRows),
    histogram: histogramOf(scored),
  };
}

/** Pairs come strongest first, so a record's first pair is its best. */
function countAmbiguous({ right, bits }: ScoredPairs, rightRows: number): number {
  const best = new Float64Array(rightRows).fill(Number.NEGATIVE_INFINITY);
  const ambiguous = new Uint8Array(rightRows);
  for (let i = 0; i < bits.length; i++) {
    const row = right[i] ?? 0;
    const weight = bits[i] ?? 0;
    const strongest = best[row] ?? 0;
    if (strongest === Number.NEGATIVE_INFINITY) best[row] = weight;
    else if (strongest > 0 && strongest - weight <= nearBits) ambiguous[row] = 1;
  }
  return ambiguous.reduce((total, flag) => total + flag, 0);
}

function histogramOf({ bits, probabilities }: ScoredPairs): HistogramBar[] {
  const bars = new Map<number, HistogramBar>();
  for (let i = 0; i < bits.length; i++) {
    const from = Math.floor((bits[i] ?? 0) / step) * step;
    let bar = bars.get(from);
    if (!bar) bars.set(from, (bar = { from, to: from + step, pairs: 0, expectedMatches: 0 }));
    bar.pairs++;
    bar.expectedMatches += probabilities[i] ?? 0;
  }
  return [...bars.values()].toSorted((a, b) => a.from - b.from);
}

const sum = (values: Float64Array): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
