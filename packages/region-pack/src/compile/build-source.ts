import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { AppError } from "@tuwai/server/app";
import { parseRegionCode, isWithin, type RegionCode } from "@tuwai/domain/regions";

/** Longitude and latitude in degrees, WGS84. */
export type Position = readonly [longitude: number, latitude: number];
export type Ring = readonly Position[];
/** Polygons, each with its outer ring first; rings end where they begin. */
export type MultiPolygon = readonly (readonly Ring[])[];

export type RegionSource = {
  /** Names of the province, the city and everything in it, by dotted code. */
  readonly names: ReadonlyMap<RegionCode, string>;
  /** Polygons of villages, by code. */
  readonly polygons: ReadonlyMap<RegionCode, MultiPolygon>;
  /** Extra columns by code, where the source has a table with a `code` column. */
  readonly extras: ReadonlyMap<RegionCode, Readonly<Record<string, string>>>;
  /** Files used, by name, for the notice. */
  readonly files: readonly string[];
};

const DEEPEST = 6;
const LARGEST_BYTES = 200_000_000;
const SQL_TEXT = String.raw`'((?:[^'\\]|\\.|'')*)'`;

/**
 * Finds in directories, in their order, what a pack needs. Codes: `wilayah.sql` (cahyadsn/wilayah) or a text of `code;name`. Polygons:
 * `wilayah_boundaries_kel_<code>.sql` (cahyadsn/wilayah_boundaries) or GeoJSON whose features carry a village code.
 * Extras: any csv named `*regions.csv` with a `code` column. Throws not-found when the codes are missing.
 */
export function readRegionSource(dirs: readonly string[], city: RegionCode): RegionSource {
  const paths = dirs.flatMap((dir) => listFiles(dir, 0).toSorted());
  const used = new Set<string>();
  const use = (path: string): string => {
    used.add(basename(path));
    return readFileSync(path, "utf8");
  };
  const names = readNames(paths, city, use);
  if (!names.has(city))
    throw new AppError("not-found", { message: `The source has no list of codes with ${city}.` });
  const polygons = readPolygons(paths, city, use);
  const extras = readExtras(paths, city, use);
  return { names, polygons, extras, files: [...used] };
}

type Use = (path: string) => string;

function listFiles(dir: string, depth: number): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      return depth < DEEPEST && !entry.name.startsWith(".") && entry.name !== "node_modules"
        ? listFiles(path, depth + 1)
        : [];
    }
    const isWanted = /\.(sql|csv|geojson)$/.test(entry.name) && statSync(path).size < LARGEST_BYTES;
    return isWanted ? [path] : [];
  });
}

/** From the first list of codes that knows the city. */
function readNames(paths: readonly string[], city: RegionCode, use: Use): Map<RegionCode, string> {
  const lists = paths.filter((path) => /^(wilayah\.sql|indonesia(-regions)?\.csv)$/.test(basename(path)));
  for (const path of lists) {
    const rows = path.endsWith(".sql") ? namesOfSql : namesOfText;
    const names = namesWithin(city, rows(readFileSync(path, "utf8")));
    if (!names.has(city)) continue;
    use(path);
    return names;
  }
  return new Map();
}

type Named = readonly [code: string, name: string];

function namesWithin(city: RegionCode, rows: Iterable<Named>): Map<RegionCode, string> {
  const names = new Map<RegionCode, string>();
  for (const [code, name] of rows) {
    const parsed = parseRegionCode(code);
    if (parsed === undefined) continue;
    if (isWithin(parsed, city) || parsed === city.slice(0, 2))
      names.set(parsed, name.replaceAll(/\s+/g, " ").trim());
  }
  return names;
}

function* namesOfSql(text: string): Generator<Named> {
  const row = new RegExp(String.raw`\('(\d\d(?:\.\d\d){0,2}(?:\.\d{4})?)'\s*,\s*${SQL_TEXT}\)`, "g");
  for (const [, code = "", name = ""] of text.matchAll(row)) yield [code, unescapeSql(name)];
}

function* namesOfText(text: string): Generator<Named> {
  for (const line of text.split("\n")) {
    const [code = "", ...rest] = line.trim().split(";");
    yield [code, rest.join(";")];
  }
}

function unescapeSql(text: string): string {
  return text.replaceAll("''", "'").replaceAll(String.raw`\'`, "'");
}

function readPolygons(paths: readonly string[], city: RegionCode, use: Use): Map<RegionCode, MultiPolygon> {
  const sql = paths.find((path) => basename(path) === `wilayah_boundaries_kel_${city}.sql`);
  if (sql !== undefined) return polygonsOfSql(use(sql), city);
  const found = new Map<RegionCode, MultiPolygon>();
  for (const path of paths.filter((candidate) => candidate.endsWith(".geojson"))) {
    const polygons = polygonsOfGeojson(readFileSync(path, "utf8"), city);
    if (polygons.size > 0) use(path);
    for (const [code, polygon] of polygons) found.set(code, polygon);
  }
  return found;
}

/** That source writes latitude first and nests one ring, a polygon or several polygons. */
function polygonsOfSql(text: string, city: RegionCode): Map<RegionCode, MultiPolygon> {
  const number = String.raw`(?:-?[\d.]+|NULL)`;
  const row = new RegExp(
    String.raw`\('(\d\d\.\d\d\.\d\d\.\d{4})'\s*,\s*${SQL_TEXT}\s*,\s*${number}\s*,\s*${number}\s*,\s*'(\[[^']*\])'`,
    "g",
  );
  const polygons = new Map<RegionCode, MultiPolygon>();
  for (const [, code = "", , path = "[]"] of text.matchAll(row)) {
    const parsed = parseRegionCode(code);
    if (parsed === undefined || !isWithin(parsed, city)) continue;
    const nested = parseJson(path);
    const multi = nestingOf(nested) === 2 ? [[nested]] : nestingOf(nested) === 3 ? [nested] : nested;
    polygons.set(
      parsed,
      closed(multi as [number, number][][][], ([latitude, longitude]) => [longitude, latitude]),
    );
  }
  return polygons;
}

function polygonsOfGeojson(text: string, city: RegionCode): Map<RegionCode, MultiPolygon> {
  type Feature = {
    id?: unknown;
    properties?: Record<string, unknown> | null;
    geometry?: { type?: string; coordinates?: unknown };
  };
  const polygons = new Map<RegionCode, MultiPolygon>();
  for (const { id, properties, geometry } of (parseJson(text) as { features?: Feature[] }).features ?? []) {
    const written = [properties?.["code"], properties?.["kode"], id].find(
      (value) => typeof value === "string",
    );
    const code = typeof written === "string" ? parseRegionCode(written) : undefined;
    if (code?.length !== 13 || !isWithin(code, city)) continue;
    const multi =
      geometry?.type === "Polygon"
        ? [geometry.coordinates]
        : geometry?.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    polygons.set(
      code,
      closed(multi as [number, number][][][], ([longitude, latitude]) => [longitude, latitude]),
    );
  }
  return polygons;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      "invalid-input",
      { message: "A boundary file of the source is not valid JSON." },
      cause,
    );
  }
}

function nestingOf(value: unknown): number {
  return Array.isArray(value) ? 1 + nestingOf(value[0]) : 0;
}

function closed(
  multi: readonly (readonly (readonly [number, number][])[])[],
  turn: (position: readonly [number, number]) => Position,
): MultiPolygon {
  return multi.map((polygon) =>
    polygon.map((ring) => {
      const turned = ring.map(turn);
      const [first, last] = [turned[0], turned.at(-1)];
      const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
      return isClosed || first === undefined ? turned : [...turned, first];
    }),
  );
}

function readExtras(
  paths: readonly string[],
  city: RegionCode,
  use: Use,
): Map<RegionCode, Record<string, string>> {
  const extras = new Map<RegionCode, Record<string, string>>();
  for (const path of paths.filter((candidate) => candidate.endsWith("regions.csv"))) {
    const head = readFileSync(path, "utf8").slice(0, 200);
    if (!/^\ufeff?code,/.test(head)) continue;
    const rows: Record<string, string>[] = parse(readFileSync(path), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
    });
    for (const row of rows) {
      const code = parseRegionCode(row["code"] ?? "");
      if (code !== undefined && isWithin(code, city)) extras.set(code, row);
    }
    if (rows.some((row) => (row["code"] ?? "").startsWith(city))) use(path);
  }
  return extras;
}
