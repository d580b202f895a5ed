import type { feature } from "topojson-client";

/** What a deployment knows about its city besides numbers: names, boundaries, tiles. Data, one file per city. */
export type City = {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
  readonly tiles: readonly Tile[];
  /** Objects `villages` and `kecamatan`, ids are region codes; null for a city without boundaries. */
  readonly topology: Topology | null;
};
export type Topology = Parameters<typeof feature>[0];
export type Tile = { readonly code: string; readonly label: string; readonly x: number; readonly y: number };

const packs = import.meta.glob<City>("./packs/*.json", { eager: true, import: "default" });

/** A city without a pack works too: no map, no tiles, and its code for a name. */
export function getCity(regionCode: string): City {
  return (
    packs[`./packs/${regionCode}.json`] ?? {
      code: regionCode,
      name: regionCode,
      kecamatan: [],
      tiles: [],
      topology: null,
    }
  );
}
