import { quantize } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { Topology } from "./build-topology.ts";

type Arc = Topology["arcs"][number];
type Geometry = Topology["objects"][string];

/** Columns and rows of the grid on which points are written. */
const GRID = 20_000;

/**
 * Weighs the points of a topology once and writes it as TopoJSON with about a share of them (0 to 1), the most telling
 * kept (Visvalingam's triangles, ranked over all arcs together). Ends of arcs stay, so borders still meet; each ring keeps
 * three corners, so that no village collapses.
 */
export function openWriter(drawn: Topology): (share: number) => string {
  const weighed = presimplify(drawn);
  for (const ring of Object.values(weighed.objects).flatMap(ringsOf)) keepCorners(ring, weighed.arcs);
  return (share) => JSON.stringify(quantize(simplify(weighed, quantile(weighed, share)), GRID));
}

function ringsOf(geometry: Geometry): number[][] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(ringsOf);
  if (geometry.type === "Polygon") return geometry.arcs;
  return geometry.type === "MultiPolygon" ? geometry.arcs.flat() : [];
}

/** A ring of one or two arcs has one or two ends; what is missing to three are its heaviest points. */
function keepCorners(ring: readonly number[], arcs: readonly Arc[]): void {
  const inner = ring.flatMap((reference) =>
    (arcs[reference < 0 ? ~reference : reference] ?? []).slice(1, -1),
  );
  const heaviest = inner.toSorted((a, b) => weightOf(b) - weightOf(a));
  for (const point of heaviest.slice(0, Math.max(0, 3 - ring.length))) point[2] = Infinity;
}

function weightOf(point: readonly number[]): number {
  return point[2] ?? 0;
}
