import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@tuwai/server/app";
import { kindOfCode, levelOfRegion, parseRegionCode, type RegionCode } from "@tuwai/domain/regions";
import { areaKm2, labelPoint } from "./build-measures.ts";
import { snapPolygons } from "./build-rings.ts";
import { readRegionSource, type MultiPolygon, type RegionSource } from "./build-source.ts";
import { openWriter } from "./build-topojson.ts";
import { buildTopology, type Topology, type Village } from "./build-topology.ts";
import { writeNotice } from "./build-notice.ts";
import { arrangeTiles } from "./build-tiles.ts";

export type RegionPackSummary = {
  readonly code: RegionCode;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly polygons: {
    readonly found: number;
    readonly villages: number;
    readonly missing: readonly RegionCode[];
  };
  /** Sum of the polygons; the official figure may differ a little. Null without polygons. */
  readonly areaKm2: number | null;
  readonly files: readonly string[];
};

type Measured = { readonly area: number; readonly label: readonly [number, number] | undefined };

const LARGEST_TOPOJSON = 300_000;
const SHARE_OF_MINI = 0.45;

/**
 * Writes the region pack of any kabupaten or kota from source directories, the first that knows a thing first: codes, areas, label points, boundaries, tiles
 * and the licence notice. Villages without a polygon are listed in the summary and still have their row.
 * Throws invalid-input for a code that is no city, not-found when the source does not know it.
 */
export function buildRegionPack(input: {
  code: string;
  sourceDirs: readonly string[];
  outDir: string;
}): RegionPackSummary {
  const city = parseRegionCode(input.code);
  if (city?.length !== 5)
    throw new AppError("invalid-input", { message: "A kabupaten or kota has a code like 13.77." });
  const source = readRegionSource(input.sourceDirs, city);
  const villages = [...source.names.keys()].filter((code) => code.length === 13).toSorted();
  const drawn = villages.filter((code) => source.polygons.has(code));
  const snapped = snapPolygons(drawn.map((code) => source.polygons.get(code) ?? []));
  const measures = new Map(drawn.map((code, place) => [code, measure(snapped[place] ?? [])]));
  const files = filesOf({ city, source, drawn, snapped, measures });
  mkdirSync(input.outDir, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(input.outDir, name), content);
  return {
    code: city,
    name: source.names.get(city) ?? "",
    counts: countKinds(source),
    polygons: {
      found: drawn.length,
      villages: villages.length,
      missing: villages.filter((code) => !measures.has(code)),
    },
    areaKm2: drawn.length === 0 ? null : totalArea(measures, city),
    files: files.map(([name]) => name),
  };
}

type Building = {
  readonly city: RegionCode;
  readonly source: RegionSource;
  readonly drawn: readonly RegionCode[];
  readonly snapped: readonly MultiPolygon[];
  readonly measures: ReadonlyMap<RegionCode, Measured>;
};

function filesOf(building: Building): [string, string][] {
  const { city, source, measures } = building;
  const about = {
    code: city,
    name: source.names.get(city) ?? "",
    areaKm2: measures.size === 0 ? null : totalArea(measures, city),
    areaSource: "sum of the polygons",
    boundaryNotice: "Batas indikatif, bukan acuan hukum. Sumber: lihat NOTICE.md.",
    codeNotice: "Kode wilayah: lihat NOTICE.md.",
  };
  const files: [string, string][] = [
    ["city.json", `${JSON.stringify(about, null, 2)}\n`],
    ["regions.csv", regionsCsv(building)],
    ["NOTICE.md", writeNotice(source.files)],
  ];
  if (building.drawn.length === 0) return files;
  const write = openWriter(topologyOf(building));
  const full = fitting(write);
  const mini = write(Math.min(full.share, SHARE_OF_MINI));
  const tiles = arrangeTiles(
    [...measures].flatMap(([code, { label }]) => (label === undefined ? [] : [{ code, label }])),
  );
  return [
    ...files,
    ["boundaries.topojson", full.text],
    ["boundaries.mini.topojson", mini],
    ["tiles.json", tiles],
  ];
}

/** As detailed as the size limit allows. */
function fitting(write: (share: number) => string): { text: string; share: number } {
  for (let share = 1; ; share *= 0.7) {
    const text = write(share);
    if (text.length <= LARGEST_TOPOJSON || share < 0.02) return { text, share };
  }
}

/** Layers named and keyed as in the first city's pack. */
function topologyOf({ city, source, drawn, snapped, measures }: Building): Topology {
  const nameOf = (code: string): string => source.names.get(code as RegionCode) ?? "";
  const unionOf = (code: string) => ({ id: code, properties: { code, name: nameOf(code) } });
  const villages = drawn.map((code, place) => ({
    id: code,
    properties: propertiesOf(code, nameOf, measures.get(code)),
    polygons: snapped[place] ?? [],
  }));
  const kecamatan = new Set(drawn.map((code) => code.slice(0, 8)));
  return buildTopology(villages, { kecamatan: [...kecamatan].map(unionOf), kota: [unionOf(city)] });
}

function propertiesOf(
  code: RegionCode,
  nameOf: (code: string) => string,
  measured: Measured | undefined,
): Village["properties"] {
  const kecamatan = code.slice(0, 8);
  return {
    code,
    name: nameOf(code),
    type: kindOfCode(code),
    kec_code: kecamatan,
    kec: nameOf(kecamatan),
    area_km2: measured === undefined ? null : Number(measured.area.toFixed(4)),
    label_lng: measured?.label === undefined ? null : Number(measured.label[0].toFixed(5)),
    label_lat: measured?.label === undefined ? null : Number(measured.label[1].toFixed(5)),
  };
}

const COLUMNS = ["code", "level", "kind", "name", "parent_code", "area_km2", "label_lat", "label_lng", "postal_code", "population", "population_source", "aliases", "valid_from", "valid_until", "predecessors"]; // oxfmt-ignore

function regionsCsv({ source, measures }: Building): string {
  const rows = [...source.names.keys()].toSorted().map((code) => {
    const extra = source.extras.get(code) ?? {};
    const measured = measures.get(code);
    const area = measured?.area ?? (code.length > 2 && measures.size > 0 ? totalArea(measures, code) : null);
    const cells = [
      code, levelOfRegion(code), kindOfCode(code), source.names.get(code) ?? "", code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : "",
      area === null || area === 0 ? "" : area.toFixed(3), measured?.label?.[1].toFixed(5) ?? "", measured?.label?.[0].toFixed(5) ?? "",
      extra["postal_code"] ?? "", extra["population"] ?? extra["pop_2024"] ?? "", extra["population_source"] ?? extra["pop_basis"] ?? "",
      extra["aliases"] ?? "", extra["valid_from"] ?? "", extra["valid_until"] ?? "", extra["predecessors"] ?? "",
    ]; // oxfmt-ignore
    return cells.map(quoted).join(",");
  });
  return `${[COLUMNS.join(","), ...rows].join("\n")}\n`;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function measure(multi: MultiPolygon): Measured {
  return { area: areaKm2(multi), label: labelPoint(multi) };
}

function totalArea(measures: ReadonlyMap<RegionCode, Measured>, within: string): number {
  const areas = [...measures].filter(([code]) => code.startsWith(within)).map(([, { area }]) => area);
  return Number(areas.reduce((sum, area) => sum + area, 0).toFixed(3));
}

function countKinds(source: RegionSource): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of source.names.keys()) counts[kindOfCode(code)] = (counts[kindOfCode(code)] ?? 0) + 1;
  return counts;
}
