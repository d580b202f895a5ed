import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isWithin, parseRegionCode, region, type Region, type RegionCode } from "@tuwai/domain/regions";
import { AppError } from "@tuwai/server/app";
import { randomOf } from "@tuwai/linkage/generator";
import { readCsvTable } from "./read-csv-table.ts";

export type DemoVillage = {
  readonly region: Region;
  readonly population: number;
  readonly postalCode: string;
};

/** The places a demonstration city is made of, with the figures it is calibrated to. */
export type DemoRegion = {
  readonly city: Region;
  readonly kecamatan: readonly Region[];
  readonly villages: readonly DemoVillage[];
  /** Share of men per kecamatan code; the national share where no figure is known. */
  readonly maleShare: ReadonlyMap<string, number>;
  readonly offices: readonly { readonly name: string; readonly weight: number }[];
};

const NATIONAL_MALE_SHARE = 0.505;

/**
 * Reads the pack of one city, or for any other kabupaten/kota the national code list, with invented village sizes.
 * Throws invalid-input when the code is not that of a known kabupaten/kota.
 */
export function readDemoRegion(referenceDir: string, code: string, seed: number): DemoRegion {
  const cityCode = parseRegionCode(code);
  if (cityCode?.length !== 5) throw unknownRegion(code);
  const pack = join(referenceDir, "regions", cityCode);
  const rows = existsSync(join(pack, "regions.csv"))
    ? readCsvTable(join(pack, "regions.csv"))
    : readNationalRows(join(referenceDir, "regions", "indonesia.csv"), cityCode);
  const regions = rows.map((row) =>
    region(row["code"] ?? "", row["name"] ?? "", {
      aliases: (row["aliases"] ?? "").split("|").filter(Boolean),
    }),
  );
  const city = regions.find((place) => place.code === cityCode);
  if (city === undefined) throw unknownRegion(code);
  return {
    city,
    kecamatan: regions.filter((place) => place.kind === "kecamatan"),
    villages: villagesOf(rows, regions, seed),
    maleShare: readMaleShares(join(pack, "statistics.csv")),
    offices: readOffices(pack),
  };
}

function unknownRegion(code: string): AppError {
  return new AppError("invalid-input", {
    message: `No kabupaten or kota has the code ${code.slice(0, 13)}.`,
  });
}

export function maleShareOf(demo: DemoRegion, kecamatanCode: string): number {
  return demo.maleShare.get(kecamatanCode) ?? NATIONAL_MALE_SHARE;
}

function readNationalRows(path: string, cityCode: RegionCode): Record<string, string>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line) => {
    const [code = "", name = ""] = line.trim().split(";");
    const parsed = parseRegionCode(code);
    return parsed !== undefined && isWithin(parsed, cityCode) ? [{ code, name }] : [];
  });
}

function villagesOf(rows: Record<string, string>[], regions: readonly Region[], seed: number): DemoVillage[] {
  return rows.flatMap((row, place) => {
    const village = regions[place];
    if (village?.code.length !== 13) return [];
    const known = Number(row["population"] ?? "");
    const invented = randomOf(seed, `population/${village.code}`).int(700, 2200);
    return [
      { region: village, population: known > 0 ? known : invented, postalCode: row["postal_code"] ?? "" },
    ];
  });
}

function readMaleShares(path: string): Map<string, number> {
  const shares = new Map<string, number>();
  if (!existsSync(path)) return shares;
  const rows = readCsvTable(path).filter((row) => row["indicator"] === "population" && row["value"] !== "");
  const find = (code: string | undefined, category: string): number =>
    Number(rows.find((row) => row["region_code"] === code && row["category"] === category)?.["value"]);
  for (const row of rows) {
    const code = row["region_code"] ?? "";
    const share = find(code, "male") / find(code, "total");
    if (Number.isFinite(share)) shares.set(code, share);
  }
  return shares;
}

function readOffices(pack: string): { name: string; weight: number }[] {
  const path = join(pack, "offices.csv");
  if (!existsSync(path)) return [{ name: "Sekretariat Daerah", weight: 1 }];
  return readCsvTable(path).map((row) => ({
    name: row["name"] ?? "",
    weight: Number(row["synthetic_asn_weight"] ?? "1"),
  }));
}
