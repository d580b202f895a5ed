import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { type Config, AppError } from "#app";
import { shortLabels } from "./short-labels.ts";

/** What a deployment knows about its city besides numbers: names, boundaries, tiles. Data, one folder per city. */
export type City = {
  /** Dotted, "13.77". */
  readonly code: string;
  readonly name: string;
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
  /** One square per village on a grid that counts from 0; empty for a city without boundaries. */
  readonly tiles: readonly Tile[];
  /** TopoJSON with the layers `desa` and `kecamatan`, ids are region codes; null for a city without boundaries. */
  readonly topology: unknown;
};
export type Tile = { readonly code: string; readonly label: string; readonly x: number; readonly y: number };

type Where = Pick<Config, "regionCode" | "dataDir">;
type TileRecord = {
  readonly code: string;
  readonly column: number;
  readonly row: number;
  readonly label?: string;
};

const shipped = resolve(import.meta.dirname, "../../../../reference/regions");
const cities = new Map<string, City>();

/** The city this deployment serves, read once per process. Throws `not-set-up` when it has no region pack. */
export function getCity(where: Where): City {
  const key = join(where.dataDir, where.regionCode);
  const known = cities.get(key) ?? readCity(packFolder(where), where.regionCode);
  cities.set(key, known);
  return known;
}

/**
 * Where the pack of a city lies: `<dataDir>/regions/<code>/`, as made by `tuwai region build`, else the one that ships with
 * the product. Throws `not-set-up` with the command that makes one.
 */
export function packFolder({ regionCode, dataDir }: Where): string {
  const found = [join(dataDir, "regions", regionCode), join(shipped, regionCode)].find((folder) =>
    existsSync(join(folder, "regions.csv")),
  );
  if (found !== undefined) return found;
  throw new AppError("not-set-up", {
    message: `Belum ada paket wilayah untuk ${regionCode}. Buat sekali, tanpa jaringan, lalu jalankan lagi:
  npx --no-install tuwai region build ${regionCode} --out ${join(dataDir, "regions", regionCode)}
There is no region pack for ${regionCode} yet: make it once with the command above and start again. Nothing was changed.`,
  });
}

/** The rows of a pack's `regions.csv`, province first; an empty cell is an empty text. */
export function readPackRows(folder: string): readonly Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(folder, "regions.csv"), "utf8"), {
    columns: true,
    skip_empty_lines: true,
  });
}

function readCity(folder: string, code: string): City {
  const names = readPackRows(folder).map((row) => ({ code: row["code"] ?? "", name: row["name"] ?? "" }));
  const labels = shortLabels(names.filter((place) => place.code.length === 13));
  const tiles = (readJson(join(folder, "tiles.json")) ?? []) as readonly TileRecord[];
  return {
    code,
    name: names.find((place) => place.code === code)?.name ?? code,
    kecamatan: names.filter((place) => place.code.length === 8),
    tiles: tiles.map(({ code: village, column, row, label }) => ({
      code: village,
      label: label ?? labels.get(village) ?? "",
      x: column,
      y: row,
    })),
    topology: readJson(join(folder, "boundaries.mini.topojson")),
  };
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}
