import { geoMercator, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { City } from "@tuwai/server/regions";

export type Shape = { readonly code: string; readonly d: string; readonly middle: readonly [number, number] };
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** The lines between kecamatan. */
  readonly borders: string;
};

type Topology = Parameters<typeof feature>[0];
type GeometryCollection = Extract<Topology["objects"][string], { type: "GeometryCollection" }>;

const width = 600;
const drawings = new WeakMap<City, Drawing | null>();

/** The villages of a city as SVG paths, drawn once per process; null when there are no boundaries. */
export function drawVillages(city: City): Drawing | null {
  const known = drawings.get(city);
  if (known !== undefined) return known;
  const drawing = draw(city);
  drawings.set(city, drawing);
  return drawing;
}

function draw(city: City): Drawing | null {
  const topology = city.topology as Topology | null;
  if (topology === null) return null;
  const villages = feature(topology, topology.objects["desa"] as GeometryCollection);
  const projection = geoMercator().fitWidth(width, villages);
  const path = geoPath(projection).digits(0);
  const height = Math.ceil(path.bounds(villages)[1][1]);
  const kecamatan = topology.objects["kecamatan"] as Parameters<typeof mesh>[1];
  return {
    width,
    height,
    borders: (kecamatan && path(mesh(topology, kecamatan, (a, b) => a !== b))) ?? "",
    shapes: villages.features.map((village) => {
      const [x, y] = path.centroid(village);
      return {
        code: String(village.id),
        d: path(village) ?? "",
        middle: [Math.round(x), Math.round(y)] as const,
      };
    }),
  };
}
