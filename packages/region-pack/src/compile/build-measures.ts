import type { MultiPolygon, Position, Ring } from "./build-source.ts";

/** WGS84: half the equator's diameter in km, and the square of the eccentricity. */
const EQUATOR_KM = 6378.137;
const ECCENTRICITY_SQUARED = 0.006_694_38;

/** Area in km² on the ellipsoid, for places no larger than a regency; holes are taken off. */
export function areaKm2(multi: MultiPolygon): number {
  return multi.reduce((sum, [outer = [], ...holes]) => {
    const inner = holes.reduce((total, hole) => total + Math.abs(ringAreaKm2(hole)), 0);
    return sum + Math.abs(ringAreaKm2(outer)) - inner;
  }, 0);
}

/** Positive when the ring runs counter-clockwise. */
export function ringAreaKm2(ring: Ring): number {
  const [south, north] = extent(ring.map(([, latitude]) => latitude));
  const { east, north: northwards } = kmPerDegree((south + north) / 2);
  let sum = 0;
  for (const [place, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return (sum / 2) * east * northwards;
}

/** Length of one degree eastwards and northwards at a latitude. */
function kmPerDegree(latitude: number): { east: number; north: number } {
  const radians = Math.PI / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude * radians) ** 2;
  return {
    east: (EQUATOR_KM / Math.sqrt(flattening)) * Math.cos(latitude * radians) * radians,
    north: ((EQUATOR_KM * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5) * radians,
  };
}

/** A point well inside the largest part, for a label: of a grid laid over it, the one farthest from its border. */
export function labelPoint(multi: MultiPolygon): Position | undefined {
  const largest = multi.toSorted(
    (a, b) => Math.abs(ringAreaKm2(b[0] ?? [])) - Math.abs(ringAreaKm2(a[0] ?? [])),
  )[0];
  const outer = largest?.[0];
  if (largest === undefined || outer === undefined) return undefined;
  const [west, east] = extent(outer.map(([x]) => x));
  const [south, north] = extent(outer.map(([, y]) => y));
  const steps = 40;
  let best: { point: Position; depth: number } | undefined;
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const point: Position = [
        west + ((east - west) * column) / steps,
        south + ((north - south) * row) / steps,
      ];
      const depth = isInside(point, largest) ? depthIn(point, largest) : -1;
      if (depth > (best?.depth ?? 0)) best = { point, depth };
    }
  }
  return best?.point ?? outer[0];
}

/** Even-odd rule over outer ring and holes together. */
function isInside([x, y]: Position, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [place, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

function depthIn([x, y]: Position, rings: readonly Ring[]): number {
  let least = Infinity;
  for (const ring of rings) {
    for (const [place, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(place + 1) % ring.length] ?? [x1, y1];
      const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const share =
        length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
      least = Math.min(least, Math.hypot(x - x1 - (x2 - x1) * share, y - y1 - (y2 - y1) * share));
    }
  }
  return least;
}

function extent(values: readonly number[]): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}
