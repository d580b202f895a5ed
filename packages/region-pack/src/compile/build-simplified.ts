import type { Position, Ring } from "./build-source.ts";

/**
 * The arcs with about this share of their points (0 to 1), the most telling kept (Douglas-Peucker importance, ranked over
 * all arcs together). Ends stay, so borders still meet; closed arcs keep four points, so no ring collapses.
 */
export function simplifyArcs(arcs: readonly Ring[], share: number): Ring[] {
  if (share >= 1) return [...arcs];
  const ranked = arcs.map(importances);
  const inner = ranked
    .flatMap((weights) => weights.filter((weight) => weight < Infinity))
    .toSorted((a, b) => b - a);
  const least = inner[Math.max(0, Math.floor(inner.length * share) - 1)] ?? 0;
  return arcs.map((arc, place) => keepWeighty(arc, ranked[place] ?? [], least));
}

function keepWeighty(arc: Ring, weights: readonly number[], least: number): Ring {
  const isClosed = arc[0] === arc.at(-1);
  const rest = weights.filter((weight) => weight < Infinity).toSorted((a, b) => b - a);
  const limit = isClosed ? Math.min(least, rest[1] ?? 0) : least;
  return arc.filter((_, place) => (weights[place] ?? 0) >= limit);
}

/** How far the line would move without each point; never more than for the point whose removal exposes it. */
function importances(arc: Ring): number[] {
  const weights = arc.map(() => 0);
  weights[0] = Infinity;
  weights[arc.length - 1] = Infinity;
  const spans: { from: number; to: number; most: number }[] = [
    { from: 0, to: arc.length - 1, most: Number.MAX_VALUE },
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const { place, distance } = farthest(arc, span.from, span.to);
    if (place < 0) continue;
    const weight = Math.min(distance, span.most);
    weights[place] = weight;
    spans.push({ from: span.from, to: place, most: weight }, { from: place, to: span.to, most: weight });
  }
  return weights;
}

function farthest(arc: Ring, from: number, to: number): { place: number; distance: number } {
  const [start, end] = [arc[from] as Position, arc[to] as Position];
  let best = { place: -1, distance: -1 };
  for (let place = from + 1; place < to; place += 1) {
    const distance = distanceToLine(arc[place] as Position, start, end);
    if (distance > best.distance) best = { place, distance };
  }
  return best;
}

function distanceToLine([x, y]: Position, [x1, y1]: Position, [x2, y2]: Position): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
}
