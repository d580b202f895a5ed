import { at, type Edges } from "./edges.ts";

/**
 * Which records are one person: links are walked from the strongest, and two clusters join when at least
 * `leastLinked` of the pairs between them are links. With 0 any chain of links joins (connected components);
 * a share keeps one wrong link from swallowing two families. A cluster is named by its smallest record number.
 */
export function clusterRecords(edges: Edges, rows: number, leastLinked = 0): Int32Array {
  const parent = Int32Array.from({ length: rows }, (_, i) => i);
  const size = new Int32Array(rows).fill(1);
  const links = new Map<number, Map<number, number>>();
  for (let i = 0; i < edges.bits.length; i++) {
    const a = rootOf(parent, at(edges.left, i));
    const b = rootOf(parent, at(edges.right, i));
    if (a === b) continue;
    const between = addLinks(links, a, b, 1);
    if (between < leastLinked * at(size, a) * at(size, b)) continue;
    const [root, child] = a < b ? [a, b] : [b, a];
    parent[child] = root;
    size[root] = at(size, a) + at(size, b);
    takeOverLinks(links, root, child);
  }
  return parent.map((_, i) => rootOf(parent, i));
}

function addLinks(links: Map<number, Map<number, number>>, a: number, b: number, count: number): number {
  const sum = (links.get(a)?.get(b) ?? 0) + count;
  neighboursOf(links, a).set(b, sum);
  neighboursOf(links, b).set(a, sum);
  return sum;
}

/** The links of the cluster that disappears become links of the one it joined. */
function takeOverLinks(links: Map<number, Map<number, number>>, root: number, child: number): void {
  const taken = links.get(child);
  links.delete(child);
  links.get(root)?.delete(child);
  for (const [neighbour, count] of taken ?? []) {
    if (neighbour === root) continue;
    links.get(neighbour)?.delete(child);
    addLinks(links, root, neighbour, count);
  }
}

function neighboursOf(links: Map<number, Map<number, number>>, cluster: number): Map<number, number> {
  let neighbours = links.get(cluster);
  if (!neighbours) links.set(cluster, (neighbours = new Map()));
  return neighbours;
}

function rootOf(parent: Int32Array, start: number): number {
  let record = start;
  while (at(parent, record) !== record) {
    parent[record] = at(parent, at(parent, record));
    record = at(parent, record);
  }
  return record;
}
