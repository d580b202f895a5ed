import type { VillageReading } from "@tuwai/domain/intake";
import {
  parseRegionCode,
  type Region,
  type RegionCode,
  type RegionKind,
  resolveVillage,
} from "@tuwai/domain/regions";
import type { Tx } from "#database";
import { read } from "#use-case";
import { listRegionRows, type RegionRow } from "./region.store.ts";

/** All places of the city, province first, in code order. */
export const listRegions = read(
  { purpose: "region-list", permission: "region.read" },
  async ({ tx, actor }): Promise<readonly Region[]> => {
    const rows = await listRegionRows(tx);
    return rows.filter((row) => row.regionCode === actor.regionCode).map(toRegion);
  },
);

/** Reads village names of files: within one kecamatan or village when `within` is given, else in the whole city. */
export async function villageReader(tx: Tx, within?: string): Promise<(text: string) => VillageReading> {
  const regions = (await listRegionRows(tx)).map(toRegion);
  const scope = within === undefined ? { regions } : { regions, within: parseRegionCode(within)! };
  return (text) => {
    const answer = resolveVillage(text, scope);
    if (answer.outcome === "found") return { outcome: "found", code: answer.village.code, by: answer.by };
    if (answer.outcome === "ask")
      return { outcome: "ask", candidates: answer.candidates.map((village) => village.code) };
    return { outcome: "none" };
  };
}

/** The dotted village and kecamatan code, or null when the city has no such village. */
export async function placeOf(
  tx: Tx,
  villageCode: string,
): Promise<{
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly name: string;
} | null> {
  const code = parseRegionCode(villageCode);
  const row = (await listRegionRows(tx)).find((region) => region.code === code);
  return row?.kecamatanCode
    ? {
        regionCode: row.regionCode,
        villageCode: row.code,
        kecamatanCode: row.kecamatanCode,
        name: row.name,
      }
    : null;
}

function toRegion(row: RegionRow): Region {
  return {
    code: row.code as RegionCode,
    kind: row.kind as RegionKind,
    name: row.name,
    parentCode: row.parentCode as RegionCode | null,
    aliases: row.aliases,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    predecessors: row.predecessors as readonly RegionCode[],
  };
}
