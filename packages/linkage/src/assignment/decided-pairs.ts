import { at, pickEdges, positionsWhere, type Edges } from "./edges.ts";

/** Pairs by record number that people decided: `together` are links whatever the score, `apart` never are. */
export type DecidedPairs = { together: NumberedPairs; apart: NumberedPairs };
export type NumberedPairs = { left: Int32Array; right: Int32Array };

/** The weight shown for a pair people decided; as odds it is certainty. */
const decidedBits = 60;

/** Scored pairs with what people decided: pairs held together stand first, before any score; pairs kept apart are gone. */
export function withDecisions(edges: Edges, decided: DecidedPairs): Edges {
  const touched = rightsByLeft([decided.together, decided.apart]);
  const undecided = positionsWhere(
    edges.bits.length,
    (i) => !touched.get(at(edges.left, i))?.has(at(edges.right, i)),
  );
  const rest = pickEdges(edges, undecided);
  const { left, right } = decided.together;
  const first = left.length;
  const all: Edges = {
    left: new Int32Array(first + rest.left.length),
    right: new Int32Array(first + rest.left.length),
    bits: new Float64Array(first + rest.left.length).fill(decidedBits, 0, first),
  };
  all.left.set(left);
  all.left.set(rest.left, first);
  all.right.set(right);
  all.right.set(rest.right, first);
  all.bits.set(rest.bits, first);
  return all;
}

function rightsByLeft(lists: readonly NumberedPairs[]): Map<number, Set<number>> {
  const rights = new Map<number, Set<number>>();
  for (const pairs of lists) {
    pairs.left.forEach((left, i) => {
      const known = rights.get(left) ?? new Set<number>();
      rights.set(left, known.add(at(pairs.right, i)));
    });
  }
  return rights;
}
