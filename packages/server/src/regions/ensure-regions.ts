import type { App } from "#app";
import { asCity } from "#use-case";
import { packFolder, readPackRows } from "./city-pack.ts";
import { countRegions, insertRegions, type RegionRow } from "./region.store.ts";

/** Loads the places of the configured city's region pack once. Returns how many places the city has. */
export async function ensureRegions(app: App): Promise<number> {
  return asCity(app, "region.load", async ({ tx }) => {
    const present = await countRegions(tx);
    if (present > 0) return present;
    const rows = readPackRows(packFolder(app.config)).map(toRow);
    await insertRegions(tx, app.config.regionCode, rows);
    return rows.length;
  });
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
