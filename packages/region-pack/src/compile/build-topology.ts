import { isInside, ringAreaKm2 } from "./build-measures.ts";
import type { MultiPolygon, Position, Ring } from "./build-source.ts";

/** Index of an arc; the bitwise complement (~index) means the arc walked backwards, as in TopoJSON. */
export type ArcReference = number;
export type ArcPolygon = readonly (readonly ArcReference[])[];

export type Mesh = {
  readonly arcs: readonly Ring[];
  /** One entry per input, in its order. */
  readonly shapes: readonly (readonly ArcPolygon[])[];
};

/** Cuts polygons with exactly shared borders into arcs, each border once. */
export function meshOf(multis: readonly MultiPolygon[]): Mesh {
  const ids = new Map<Position, number>();
  const idOf = (position: Position): number => {
    const id = ids.get(position) ?? ids.size;
    ids.set(position, id);
    return id;
  };
  const junctions = findJunctions(multis, idOf);
  const arcs: Ring[] = [];
  const known = new Map<string, ArcReference>();
  const referTo = (arc: Ring): ArcReference => {
    const forward = arc.map(idOf).join(",");
    const found = known.get(forward);
    if (found !== undefined) return found;
    const reference = arcs.push(arc) - 1;
    known.set(forward, reference);
    known.set(arc.toReversed().map(idOf).join(","), ~reference);
    return reference;
  };
  const shapes = multis.map((multi) =>
    multi.map((polygon) => polygon.map((ring) => cutRing(ring, junctions, idOf).map(referTo))),
  );
  return { arcs, shapes };
}

/** Points where borders meet or part: different visits have different neighbours. */
function findJunctions(multis: readonly MultiPolygon[], idOf: (position: Position) => number): Set<Position> {
  const neighbours = new Map<Position, string>();
  const junctions = new Set<Position>();
  for (const ring of multis.flat(2)) {
    const points = ring.slice(0, -1);
    for (const [place, point] of points.entries()) {
      const before = idOf(points.at(place - 1) ?? point);
      const after = idOf(points[(place + 1) % points.length] ?? point);
      const pair = before < after ? `${before},${after}` : `${after},${before}`;
      const earlier = neighbours.get(point);
      if (earlier !== undefined && earlier !== pair) junctions.add(point);
      neighbours.set(point, pair);
    }
  }
  return junctions;
}

/** A ring without junction starts at its point of lowest id and runs towards the lower neighbour, so that its twin matches. */
function cutRing(ring: Ring, junctions: ReadonlySet<Position>, idOf: (position: Position) => number): Ring[] {
  const points = ring.slice(0, -1);
  const firstJunction = points.findIndex((point) => junctions.has(point));
  if (firstJunction < 0) {
    const lowest = points.reduce(
      (best, point, place) => (idOf(point) < idOf(points[best] as Position) ? place : best),
      0,
    );
    const turned = [...points.slice(lowest), ...points.slice(0, lowest)];
    return [[...turned, turned[0] as Position]];
  }
  const turned = [
    ...points.slice(firstJunction),
    ...points.slice(0, firstJunction),
    points[firstJunction] as Position,
  ];
  const arcs: Position[][] = [];
  let current: Position[] = [];
  for (const [place, point] of turned.entries()) {
    current.push(point);
    if (place > 0 && junctions.has(point)) {
      arcs.push(current);
      current = [point];
    }
  }
  return arcs;
}

/** The outline of several shapes together: arcs that only one of them uses, joined into rings again. */
export function dissolve(
  mesh: Mesh,
  shapes: readonly (readonly ArcPolygon[])[],
  smallestHoleKm2: number,
): ArcPolygon[] {
  const uses = new Map<number, ArcReference[]>();
  for (const reference of shapes.flat(3)) {
    const index = reference < 0 ? ~reference : reference;
    uses.set(index, [...(uses.get(index) ?? []), reference]);
  }
  const border = [...uses.values()]
    .filter((references) => references.length === 1)
    .map(([reference]) => reference as ArcReference);
  return nestRings(mesh, joinArcs(mesh, border), smallestHoleKm2);
}

/** Follows arcs from end to start until the ring closes. */
function joinArcs(mesh: Mesh, border: readonly ArcReference[]): ArcReference[][] {
  const starting = Map.groupBy(border, (reference) => endsOf(mesh, reference)[0]);
  const used = new Set<ArcReference>();
  const rings: ArcReference[][] = [];
  for (const first of border) {
    if (used.has(first)) continue;
    const ring: ArcReference[] = [];
    const [start] = endsOf(mesh, first);
    let next: ArcReference | undefined = first;
    while (next !== undefined) {
      used.add(next);
      ring.push(next);
      const [, end] = endsOf(mesh, next);
      next = end === start ? undefined : starting.get(end)?.find((candidate) => !used.has(candidate));
    }
    rings.push(ring);
  }
  return rings;
}

/** Rings inside another are its holes, unless they are too small to be anything but a gap between villages. */
function nestRings(mesh: Mesh, rings: readonly ArcReference[][], smallestHoleKm2: number): ArcPolygon[] {
  const measured = rings
    .map((arcs) => ({ arcs, ring: ringOf(mesh, arcs) }))
    .map((one) => ({ ...one, area: Math.abs(ringAreaKm2(one.ring)) }))
    .toSorted((a, b) => b.area - a.area);
  const polygons: { outer: Ring; arcs: ArcReference[][] }[] = [];
  for (const { arcs, ring, area } of measured) {
    const [first] = ring;
    const around =
      first === undefined ? undefined : polygons.find(({ outer }) => isInside(middleOf(ring), [outer]));
    if (around === undefined) polygons.push({ outer: ring, arcs: [arcs] });
    else if (area >= smallestHoleKm2) around.arcs.push(arcs);
  }
  return polygons.map(({ arcs }) => arcs);
}

function middleOf(ring: Ring): Position {
  const points = ring.slice(0, -1);
  const sum = points.reduce<Position>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** The points of a ring of arcs. */
export function ringOf(mesh: Pick<Mesh, "arcs">, references: readonly ArcReference[]): Ring {
  const points = references.flatMap((reference, place) =>
    pointsOf(mesh, reference).slice(place === 0 ? 0 : 1),
  );
  return points;
}

function pointsOf(mesh: Pick<Mesh, "arcs">, reference: ArcReference): Ring {
  const arc = mesh.arcs[reference < 0 ? ~reference : reference] ?? [];
  return reference < 0 ? arc.toReversed() : arc;
}

function endsOf(mesh: Mesh, reference: ArcReference): [Position | undefined, Position | undefined] {
  const points = pointsOf(mesh, reference);
  return [points[0], points.at(-1)];
}
