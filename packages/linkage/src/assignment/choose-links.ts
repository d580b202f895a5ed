import { at, positionsWhere, type Edges } from "./edges.ts";

export type RowCounts = { left: number; right: number };

/** Positions of the links kept when every record, left and right, may be used once; strongest pairs choose first. */
export function chooseOneToOne(edges: Edges, rows: RowCounts): Uint32Array {
  const leftTaken = new Uint8Array(rows.left);
  const rightTaken = new Uint8Array(rows.right);
  return positionsWhere(edges.bits.length, (i) => {
    const left = at(edges.left, i);
    const right = at(edges.right, i);
    if (leftTaken[left] || rightTaken[right]) return false;
    leftTaken[left] = 1;
    rightTaken[right] = 1;
    return true;
  });
}

/** Positions of the strongest pair of every right record; a left record may serve several (duplicates in the right list). */
export function chooseBestPerRight(edges: Edges, rows: RowCounts): Uint32Array {
  const rightTaken = new Uint8Array(rows.right);
  return positionsWhere(edges.bits.length, (i) => {
    const right = at(edges.right, i);
    if (rightTaken[right]) return false;
    rightTaken[right] = 1;
    return true;
  });
}
