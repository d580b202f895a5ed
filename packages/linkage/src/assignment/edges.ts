/**
 * Scored pairs by record number, strongest first; ties by left then right number, so every run walks them alike.
 * Columns instead of objects: a province has millions.
 */
export type Edges = { left: Int32Array; right: Int32Array; bits: Float64Array };

/** Sorts pairs into the order every assignment relies on. */
export function sortEdges(edges: Edges): Edges {
  const order = Uint32Array.from(edges.bits, (_, i) => i).toSorted(
    (a, b) =>
      at(edges.bits, b) - at(edges.bits, a) ||
      at(edges.left, a) - at(edges.left, b) ||
      at(edges.right, a) - at(edges.right, b),
  );
  return pickEdges(edges, order);
}

/** The pairs at these positions, in this order. */
export function pickEdges(edges: Edges, positions: Uint32Array): Edges {
  const picked: Edges = {
    left: new Int32Array(positions.length),
    right: new Int32Array(positions.length),
    bits: new Float64Array(positions.length),
  };
  for (let i = 0; i < positions.length; i++) {
    const position = at(positions, i);
    picked.left[i] = at(edges.left, position);
    picked.right[i] = at(edges.right, position);
    picked.bits[i] = at(edges.bits, position);
  }
  return picked;
}

/** The positions for which `keep` holds, in order. */
export function positionsWhere(length: number, keep: (position: number) => boolean): Uint32Array {
  const positions = new Uint32Array(length);
  let found = 0;
  for (let i = 0; i < length; i++) if (keep(i)) positions[found++] = i;
  return positions.slice(0, found);
}

export const at = (values: { readonly [i: number]: number }, index: number): number => values[index] ?? 0;
