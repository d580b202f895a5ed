import { at, pickEdges, positionsWhere, type Edges } from "./edges.ts";

/** Pairs by record number that people decided: `together` are links whatever the score, `apart` never are. */
export type DecidedPairs = { together: NumberedPairs; apart: NumberedPairs };
export type NumberedPairs = { left: Int32Array; right: Int32Array };

/** The weight shown for a pair people decided; as odds it is certainty. */
const decidedBits = 60;

/** Scored pairs with what people decided: pairs held together stand first, before any score; pairs kept apart are gone. */
export function withDecisions(edges: Edges, decided: DecidedPairs): Edges {
  const touched = new Set([...keysOf(decided.together), ...keysOf(decided.apart)]);
  const undecided = positionsWhere(
    edges.bits.length,
    (i) => !touched.has(keyOf(at(edges.left, i), at(edges.right, i))),
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

const keyOf = (left: number, right: number): string => `${left} ${right}`;
const keysOf = (pairs: NumberedPairs): string[] =>
  [...pairs.left].map((left, i) => keyOf(left, at(pairs.right, i)));
