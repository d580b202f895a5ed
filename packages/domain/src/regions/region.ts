import { parseRegionCode, type RegionCode } from "./region-code.ts";

export type RegionKind = "provinsi" | "kabupaten" | "kota" | "kecamatan" | "desa" | "kelurahan" | "desa-adat";

/**
 * One place of the official code list. `aliases` are spellings in use beside the official name.
 * A region that is split, merged or renumbered gets an end date and the new ones name it as predecessor.
 */
export type Region = {
  readonly code: RegionCode;
  readonly kind: RegionKind;
  readonly name: string;
  readonly parentCode: RegionCode | null;
  readonly aliases: readonly string[];
  /** First and last civil day (YYYY-MM-DD) on which the code is valid; null = as far as we know. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly predecessors: readonly RegionCode[];
};

export function isVillage(region: Region): boolean {
  return region.kind === "desa" || region.kind === "kelurahan" || region.kind === "desa-adat";
}

/**
 * What kind of place a code names, as far as the code tells: second pair 71 and above is a kota, and the first digit
 * of the village number is 1 for kelurahan, 2 for desa, 3 for desa adat.
 * Source: Kepmendagri 300.2.2-2430/2025, pattern of the code list.
 */
export function kindOfCode(code: RegionCode): RegionKind {
  const [, city, kecamatan, village] = code.split(".");
  if (city === undefined) return "provinsi";
  if (kecamatan === undefined) return Number(city) >= 71 ? "kota" : "kabupaten";
  if (village === undefined) return "kecamatan";
  if (village.startsWith("1")) return "kelurahan";
  return village.startsWith("3") ? "desa-adat" : "desa";
}

/** Throws RangeError when the code is not one: for data that ships with the product, not for user input. */
export function region(
  code: string,
  name: string,
  rest: Partial<Omit<Region, "code" | "name">> = {},
): Region {
  const parsed = parseRegionCode(code);
  if (parsed === undefined) throw new RangeError(`Not a region code: ${code}`);
  const cut = parsed.lastIndexOf(".");
  return {
    code: parsed,
    name,
    kind: rest.kind ?? kindOfCode(parsed),
    parentCode: rest.parentCode ?? (cut < 0 ? null : (parsed.slice(0, cut) as RegionCode)),
    aliases: rest.aliases ?? [],
    validFrom: rest.validFrom ?? null,
    validUntil: rest.validUntil ?? null,
    predecessors: rest.predecessors ?? [],
  };
}
