/** A pair that could be a link. */
export type Candidate = { leftId: string; rightId: string; probability: number; weight?: number };

/** Edges of the bands of probability a review is spread over; each band holds its lower edge. */
export const reviewBands: readonly number[] = [0, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999];

export type Band = { from: number; to: number; members: Candidate[] };

/** Candidates by band, highest band first; empty bands are left out. With a threshold no band lies on both its sides. */
export function bandsOf(
  candidates: readonly Candidate[],
  edges: readonly number[] = reviewBands,
  threshold?: number,
): Band[] {
  const all = threshold === undefined ? edges : [...edges, threshold];
  const sorted = [...new Set(all)].toSorted((a, b) => b - a);
  const bands = sorted.map((from, i): Band => ({ from, to: sorted[i - 1] ?? 1, members: [] }));
  for (const candidate of candidates)
    bands.find((band) => candidate.probability >= band.from)?.members.push(candidate);
  return bands.filter((band) => band.members.length > 0);
}
