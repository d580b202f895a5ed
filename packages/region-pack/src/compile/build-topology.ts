import type { RegionCode } from "@tuwai/domain/regions";
import { feature, mergeArcs, type quantize } from "topojson-client";
import { topology } from "topojson-server";
import { ringAreaKm2 } from "./build-measures.ts";
import type { MultiPolygon } from "./build-source.ts";

export type Topology = Parameters<typeof quantize>[0];

export type Village = {
  readonly id: RegionCode;
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly polygons: MultiPolygon;
};

/** The outline of the villages whose codes begin with the id. */
export type Union = { readonly id: string; readonly properties: Readonly<Record<string, string>> };

type Geometry = Topology["objects"][string];
type Collection = Extract<Geometry, { type: "GeometryCollection" }>;
type Polygonal = Extract<Geometry, { type: "Polygon" | "MultiPolygon" }>;
type Rings = ReturnType<typeof mergeArcs>["arcs"][number];

/** Gaps between villages smaller than this are filled, as they are drawing errors. */
const SMALLEST_HOLE_KM2 = 0.02;

/**
 * Villages with exactly shared borders as a topology, each border one arc: layer `desa`, and each further layer with the
 * outlines of villages taken together.
 */
export function buildTopology(
  villages: readonly Village[],
  unions: Readonly<Record<string, readonly Union[]>>,
): Topology {
  const desa = {
    type: "FeatureCollection" as const,
    features: villages.map(({ id, properties, polygons }) => ({
      type: "Feature",
      id,
      properties,
      geometry: geometryOf(polygons),
    })),
  };
  const drawn = topology({ desa }) as Topology;
  const shapes = (drawn.objects["desa"] as Collection).geometries as Polygonal[];
  const outlined = Object.entries(unions).map(([layer, ones]): [string, Collection] => [
    layer,
    { type: "GeometryCollection", geometries: ones.map((one) => outlineOf(drawn, shapes, one)) },
  ]);
  return { ...drawn, objects: { ...drawn.objects, ...Object.fromEntries(outlined) } };
}

function geometryOf(polygons: MultiPolygon): object {
  const [first] = polygons;
  return polygons.length === 1 && first !== undefined
    ? { type: "Polygon", coordinates: first }
    : { type: "MultiPolygon", coordinates: polygons };
}

function outlineOf(drawn: Topology, villages: readonly Polygonal[], { id, properties }: Union): Polygonal {
  const within = villages.filter((village) => String(village.id).startsWith(id));
  const { arcs } = mergeArcs(drawn, within);
  const polygons = arcs.map((rings) => withoutGaps(drawn, rings));
  const [first] = polygons;
  return polygons.length === 1 && first !== undefined
    ? { type: "Polygon", arcs: first, id, properties }
    : { type: "MultiPolygon", arcs: polygons, id, properties };
}

function withoutGaps(drawn: Topology, rings: Rings): Rings {
  const { coordinates } = feature(drawn, { type: "Polygon", arcs: rings }).geometry;
  const areas = coordinates.map((ring) => Math.abs(ringAreaKm2(ring.map(([x = 0, y = 0]) => [x, y]))));
  return rings.filter((_, place) => place === 0 || (areas[place] ?? 0) >= SMALLEST_HOLE_KM2);
}
