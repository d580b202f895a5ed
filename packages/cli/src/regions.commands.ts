import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseRegionCode } from "@tuwai/domain/regions";
import type { RegionPackSummary } from "@tuwai/region-pack/compile";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { dataFolder } from "./data-folder.ts";

const shippedCodes = resolve(import.meta.dirname, "../../../reference/regions");

/**
 * `tuwai region build`: codes, boundaries and notices of any kabupaten or kota, from files already on this machine. All codes
 * and names of Indonesia ship with the product, so a source is wanted only for boundaries or for newer codes.
 */
export const addRegionCommands: AddCommands = (program, reply) => {
  const region = program
    .command("region")
    .summary("Paket wilayah")
    .description("Paket wilayah sebuah kabupaten atau kota");
  region
    .command("build <kode>")
    .description("Membuat paket wilayah: kode dan nama sudah ada di dalam program, batas desa dari --source")
    .option("--source <map>", "map dengan batas desa (SQL atau GeoJSON), dan bila perlu kode yang lebih baru")
    .option("--out <map>", "map tujuan; bawaan: regions/<kode> di dalam map data")
    .action(async (code: string, { source, out: given }: { source?: string; out?: string }) => {
      if (source !== undefined && !existsSync(source))
        throw new CommandError("file-not-readable", "Map sumber tidak ada.");
      const { buildRegionPack } = await import("@tuwai/region-pack/compile");
      const dotted = parseRegionCode(code) ?? code;
      const out = given ?? join(dataFolder(), "regions", dotted);
      const sourceDirs = source === undefined ? [shippedCodes] : [source, shippedCodes];
      const summary = buildRegionPack({ code, sourceDirs, outDir: out });
      reply({ document: { out, ...summary }, text: () => summaryText(out, summary) });
    });
};

function summaryText(out: string, { name, counts, polygons, areaKm2 }: RegionPackSummary): string {
  const villages = (counts["desa"] ?? 0) + (counts["kelurahan"] ?? 0) + (counts["desa-adat"] ?? 0);
  const area = areaKm2 === null ? "" : `, ${areaKm2.toLocaleString("id-ID")} km²`;
  return [
    `${name}: ${counts["kecamatan"] ?? 0} kecamatan, ${villages} desa/kelurahan, ${polygons.found} berbatas${area}.`,
    ...boundaryLines(polygons),
    `Paket di ${out}.`,
  ].join("\n");
}

function boundaryLines({ found, missing }: RegionPackSummary["polygons"]): string[] {
  if (missing.length === 0) return [];
  return found === 0
    ? ["Tanpa batas desa peta tidak tampil; yang lain berjalan. Tambahkan kapan saja dengan --source."]
    : [`Tanpa batas: ${missing.join(", ")}.`];
}
