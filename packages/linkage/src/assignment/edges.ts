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
export const pickEdges = (edges: Edges, positions: Uint32Array): Edges => ({
  left: Int32Array.from(positions, (i) => at(edges.left, i)),
  right: Int32Array.from(positions, (i) => at(edges.right, i)),
  bits: Float64Array.from(positions, (i) => at(edges.bits, i)),
});

export const at = (values: { readonly [i: number]: number }, index: number): number => values[index] ?? 0;
