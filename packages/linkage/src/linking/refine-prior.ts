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
    const shifted = { ...edges, bits: edges.bits.map((bits) => bits + shift) };
    const found = competingProbabilities(shifted, options).reduce((sum, p) => sum + p, 0);
    const next = Math.log2(Math.max(found, 0.5) / expectedMatches);
    const bounded = Math.min(mostShift, Math.max(-mostShift, next));
    if (Math.abs(bounded - shift) < 1e-6) return bounded;
    shift = bounded;
  }
  return shift;
}
