import { competingProbabilities, type CompetitionOptions, type Edges } from "#assignment";

/** The certain rules only guess how many matches there are; further than this the scored pairs may not move the prior. */
const mostShift = 4;

/**
 * How many bits to add to every weight so that the prior agrees with the matches the scored pairs themselves hold:
 * repeated until expected matches and prior are the same number.
 */
export function refinePrior(edges: Edges, options: CompetitionOptions, expectedMatches: number): number {
  let shift = 0;
  for (let round = 0; round < 8; round++) {
    const found = sumOf(competingProbabilities(edges, { ...options, shift }));
    const next = Math.log2(Math.max(found, 0.5) / expectedMatches);
    const bounded = Math.min(mostShift, Math.max(-mostShift, next));
    if (Math.abs(bounded - shift) < 1e-6) return bounded;
    shift = bounded;
  }
  return shift;
}

/** Added up in order, so that every run gives the same bits. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
