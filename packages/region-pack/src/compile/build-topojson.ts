import type { Position, Ring } from "./build-source.ts";
import type { ArcPolygon } from "./build-topology.ts";

export type Shape = {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly polygons: readonly ArcPolygon[];
};

const GRID = 20_000;

/** A TopoJSON text: points on a grid of 20,000 by 20,000, each arc as steps from point to point. */
export function writeTopojson(
  arcs: readonly Ring[],
  layers: Readonly<Record<string, readonly Shape[]>>,
): string {
  const { scale, translate } = gridOf(arcs.flat());
  const place = ([x, y]: Position): [number, number] => [
    Math.round((x - translate[0]) / scale[0]),
    Math.round((y - translate[1]) / scale[1]),
  ];
  return JSON.stringify({
    type: "Topology",
    transform: { scale, translate },
    objects: Object.fromEntries(Object.entries(layers).map(([name, shapes]) => [name, collectionOf(shapes)])),
    arcs: arcs.map((arc) => stepsOf(arc.map(place))),
  });
}

function collectionOf(shapes: readonly Shape[]): object {
  return {
    type: "GeometryCollection",
    geometries: shapes.map(({ id, properties, polygons }) => ({
      type: polygons.length === 1 ? "Polygon" : "MultiPolygon",
      arcs: polygons.length === 1 ? polygons[0] : polygons,
      id,
      properties,
    })),
  };
}

/** Equal points in a row are written once, but an arc keeps two points at least. */
function stepsOf(points: readonly [number, number][]): [number, number][] {
  const kept = points.filter(([x, y], place) => {
    const before = points[place - 1];
    return place === 0 || before?.[0] !== x || before[1] !== y || (points.length === 2 && place === 1);
  });
  return kept.map(([x, y], place) => {
    const [beforeX, beforeY] = kept[place - 1] ?? [0, 0];
    return [x - beforeX, y - beforeY];
  });
}

function gridOf(points: readonly Position[]): { scale: [number, number]; translate: [number, number] } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { scale: [step(west, east), step(south, north)], translate: [west, south] };
}

function step(from: number, to: number): number {
  return to > from ? (to - from) / (GRID - 1) : 1;
}
