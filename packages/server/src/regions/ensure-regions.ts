import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { type App, AppError } from "#app";
import { asCity } from "#use-case";
import { countRegions, insertRegions, type RegionRow } from "./region.store.ts";

const packs = resolve(import.meta.dirname, "../../../../reference/regions");

/**
 * Loads the region pack of the configured city once: `reference/regions/<code>/regions.csv`, or
 * `<dataDir>/regions/<code>/` as made by `tuwai region build`. Returns how many places the city has.
 */
export async function ensureRegions(app: App): Promise<number> {
  return asCity(app, "region.load", async ({ tx }) => {
    const present = await countRegions(tx);
    if (present > 0) return present;
    const rows = readPack(app);
    await insertRegions(tx, app.config.regionCode, rows);
    return rows.length;
  });
}

function readPack(app: App): readonly RegionRow[] {
  const { regionCode, dataDir } = app.config;
  const candidates = [
    join(dataDir, "regions", regionCode, "regions.csv"),
    join(packs, regionCode, "regions.csv"),
  ];
  const path = candidates.find((candidate) => existsSync(candidate));
  if (!path) {
    throw new AppError("not-set-up", {
      message: `There is no region pack for ${regionCode}. Make one with: tuwai region build ${regionCode} --source DIR --out ${join(dataDir, "regions", regionCode)}`,
    });
  }
  const records = parse<Record<string, string>>(readFileSync(path, "utf8"), {
    columns: true,
    skip_empty_lines: true,
  });
  return records.map(toRow);
}

function toRow(record: Record<string, string>): RegionRow {
  const text = (name: string) => (record[name] ? record[name] : null);
  const number = (name: string) => (record[name] ? Number(record[name]) : null);
  const code = record["code"]!;
  return {
    code,
    kind: record["kind"]!,
    name: record["name"]!,
    parentCode: text("parent_code"),
    kecamatanCode: code.length === 13 ? code.slice(0, 8) : null,
    aliases: text("aliases")?.split("|") ?? [],
    population: number("population"),
    populationSource: text("population_source"),
    areaKm2: number("area_km2"),
    labelLat: number("label_lat"),
    labelLng: number("label_lng"),
    validFrom: text("valid_from"),
    validUntil: text("valid_until"),
    predecessors: text("predecessors")?.split("|") ?? [],
  };
}
