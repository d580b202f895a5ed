import type { MultiPolygon, Position, Ring } from "./build-source.ts";

/** Points closer than this many degrees (about 6.7 m) are one: neighbouring villages were drawn apart by as much. */
const SNAP_DEGREES = 0.00006;

/**
 * Makes neighbours share their border exactly: points within the snapping distance become one, and a point lying on
 * another village's edge becomes a corner of that edge. Slivers and spikes disappear; rings that collapse are dropped.
 */
export function snapPolygons(polygons: readonly MultiPolygon[]): MultiPolygon[] {
  const grid = openGrid();
  const snapped = polygons.map((multi) =>
    multi.map((polygon) => polygon.map((ring) => ring.map((position) => grid.snap(position)))),
  );
  return snapped.map((multi) =>
    multi
      .map((polygon) =>
        polygon.map((ring) => withoutSpikes(addCorners(ring, grid))).filter((ring) => ring.length >= 4),
      )
      .filter((polygon) => polygon.length > 0),
  );
}

type Grid = {
  readonly snap: (position: Position) => Position;
  readonly listNear: (from: Position, to: Position) => Position[];
};

/** Points kept so far, in square cells as wide as the snapping distance. */
function openGrid(): Grid {
  const cells = new Map<string, Position[]>();
  const around = ([x, y]: Position): Position[] => {
    const found: Position[] = [];
    for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column += 1) {
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row += 1)
        found.push(...(cells.get(`${column},${row}`) ?? []));
    }
    return found;
  };
  const snap = (position: Position): Position => {
    const near = around(position).filter((known) => distance(known, position) <= SNAP_DEGREES);
    const nearest = near.toSorted((a, b) => distance(a, position) - distance(b, position))[0];
    if (nearest !== undefined) return nearest;
    const key = `${cellOf(position[0])},${cellOf(position[1])}`;
    cells.set(key, [...(cells.get(key) ?? []), position]);
    return position;
  };
  const listNear = (from: Position, to: Position): Position[] => {
    const steps = Math.ceil(distance(from, to) / SNAP_DEGREES);
    const found = new Set<Position>();
    for (let step = 0; step <= steps; step += 1) {
      const share = steps === 0 ? 0 : step / steps;
      for (const known of around([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]))
        found.add(known);
    }
    return [...found];
  };
  return { snap, listNear };
}

function cellOf(degrees: number): number {
  return Math.floor(degrees / SNAP_DEGREES);
}

/** Inserts every kept point that lies on an edge, in the order in which it is passed. */
function addCorners(ring: Ring, grid: Grid): Ring {
  const corners: Position[] = [];
  for (const [place, from] of ring.entries()) {
    const to = ring[place + 1];
    corners.push(from);
    if (to === undefined || from === to) continue;
    const onEdge = grid
      .listNear(from, to)
      .map((point) => ({ point, share: shareAlong(from, to, point) }))
      .filter(
        ({ point, share }) =>
          point !== from &&
          point !== to &&
          share > 0 &&
          share < 1 &&
          distanceToEdge(from, to, { point, share }) <= SNAP_DEGREES,
      )
      .toSorted((a, b) => a.share - b.share);
    corners.push(...onEdge.map(({ point }) => point));
  }
  return corners;
}

/** Removes repeated points and turns that go out and straight back, and closes the ring again. */
function withoutSpikes(ring: Ring): Ring {
  let points = ring.slice(0, -1);
  for (let before = -1; before !== points.length;) {
    before = points.length;
    points = points.filter((point, place) => point !== points[(place + 1) % points.length]);
    const tip = points.findIndex(
      (_, place) =>
        points[(place + points.length - 1) % points.length] === points[(place + 1) % points.length],
    );
    if (tip >= 0) points = points.filter((_, place) => place !== tip);
  }
  const [first] = points;
  return first === undefined || points.length < 3 ? [] : [...points, first];
}

function shareAlong([x1, y1]: Position, [x2, y2]: Position, [x, y]: Position): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  return length === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
}

function distanceToEdge(
  [x1, y1]: Position,
  [x2, y2]: Position,
  { point, share }: { point: Position; share: number },
): number {
  return distance(point, [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]);
}

function distance([x1, y1]: Position, [x2, y2]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1);
}
