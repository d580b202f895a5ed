import { at, type Edges } from "./edges.ts";

/**
 * Connected components: records joined by any chain of links share a cluster, named by its smallest record number.
 * A cluster that grows past `mostRecords` is cut by leaving out its weakest links, so one bad chain cannot swallow a village.
 */
export function clusterRecords(edges: Edges, rows: number, mostRecords = rows): Int32Array {
  const parent = Int32Array.from({ length: rows }, (_, i) => i);
  const size = new Int32Array(rows).fill(1);
  for (let i = 0; i < edges.bits.length; i++) {
    const a = rootOf(parent, at(edges.left, i));
    const b = rootOf(parent, at(edges.right, i));
    if (a === b || at(size, a) + at(size, b) > mostRecords) continue;
    const root = Math.min(a, b);
    const child = Math.max(a, b);
    parent[child] = root;
    size[root] = at(size, a) + at(size, b);
  }
  return parent.map((_, i) => rootOf(parent, i));
}

function rootOf(parent: Int32Array, start: number): number {
  let record = start;
  while (at(parent, record) !== record) {
    parent[record] = at(parent, at(parent, record));
    record = at(parent, record);
  }
  return record;
}
