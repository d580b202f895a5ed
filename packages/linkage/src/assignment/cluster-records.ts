import type { DecidedPairs } from "./decided-pairs.ts";
import { at, type Edges } from "./edges.ts";

/**
 * Which records are one person: links are walked from the strongest, and two clusters join when at least
 * `leastLinked` of the pairs between them are links. With 0 any chain of links joins (connected components);
 * a share keeps one wrong link from swallowing two families. A cluster is named by its smallest record number.
 * Pairs people decided hold: those together join before any score, those apart never end in one cluster.
 */
export function clusterRecords(
  edges: Edges,
  rows: number,
  leastLinked = 0,
  decided?: DecidedPairs,
): Int32Array {
  const growth: Growth = {
    parent: Int32Array.from({ length: rows }, (_, i) => i),
    size: new Int32Array(rows).fill(1),
    links: new Map(),
    apart: new Map(),
  };
  if (decided) applyDecisions(growth, decided);
  for (let i = 0; i < edges.bits.length; i++) {
    const a = rootOf(growth.parent, at(edges.left, i));
    const b = rootOf(growth.parent, at(edges.right, i));
    if (a === b || growth.apart.get(a)?.has(b)) continue;
    const between = addLinks(growth.links, a, b, 1);
    if (between >= leastLinked * at(growth.size, a) * at(growth.size, b)) join(growth, a, b);
  }
  return growth.parent.map((_, i) => rootOf(growth.parent, i));
}

/** Clusters while they grow: `apart` says of a cluster which others it may never join. */
type Growth = {
  parent: Int32Array;
  size: Int32Array;
  links: Map<number, Map<number, number>>;
  apart: Map<number, Set<number>>;
};

function applyDecisions(growth: Growth, { together, apart }: DecidedPairs): void {
  together.left.forEach((left, i) => {
    const a = rootOf(growth.parent, left);
    const b = rootOf(growth.parent, at(together.right, i));
    if (a !== b) join(growth, a, b);
  });
  apart.left.forEach((left, i) => {
    const a = rootOf(growth.parent, left);
    const b = rootOf(growth.parent, at(apart.right, i));
    if (a === b) return;
    apartFrom(growth, a).add(b);
    apartFrom(growth, b).add(a);
  });
}

function join(growth: Growth, a: number, b: number): void {
  const [root, child] = a < b ? [a, b] : [b, a];
  growth.parent[child] = root;
  growth.size[root] = at(growth.size, a) + at(growth.size, b);
  takeOverLinks(growth.links, root, child);
  for (const other of growth.apart.get(child) ?? []) {
    growth.apart.get(other)?.delete(child);
    apartFrom(growth, other).add(root);
    apartFrom(growth, root).add(other);
  }
  growth.apart.delete(child);
}

function apartFrom(growth: Growth, cluster: number): Set<number> {
  let others = growth.apart.get(cluster);
  if (!others) growth.apart.set(cluster, (others = new Set()));
  return others;
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
