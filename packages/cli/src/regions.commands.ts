import { existsSync } from "node:fs";
import type { RegionPackSummary } from "@tuwai/region-pack/compile";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";

/** `tuwai region build`: codes, boundaries and notices of any kabupaten or kota, from files already on this machine. */
export const addRegionCommands: AddCommands = (program, reply) => {
  const region = program
    .command("region")
    .summary("Paket wilayah")
    .description("Paket wilayah sebuah kabupaten atau kota");
  region
    .command("build <kode>")
    .description("Membuat paket wilayah dari map berisi kode wilayah dan batas desa")
    .requiredOption(
      "--source <map>",
      "map dengan wilayah.sql atau indonesia.csv, dan batas desa (SQL atau GeoJSON)",
    )
    .requiredOption("--out <map>", "map tujuan")
    .action(async (code: string, { source, out }: { source: string; out: string }) => {
      if (!existsSync(source)) throw new CommandError("file-not-readable", "Map sumber tidak ada.");
      const { buildRegionPack } = await import("@tuwai/region-pack/compile");
      const summary = buildRegionPack({ code, sourceDir: source, outDir: out });
      reply({ document: { out, ...summary }, text: () => summaryText(out, summary) });
    });
};

function summaryText(out: string, { name, counts, polygons, areaKm2 }: RegionPackSummary): string {
  const villages = (counts["desa"] ?? 0) + (counts["kelurahan"] ?? 0) + (counts["desa-adat"] ?? 0);
  const missing = polygons.missing.length === 0 ? "" : ` Tanpa batas: ${polygons.missing.join(", ")}.`;
  const area = areaKm2 === null ? "" : `, ${areaKm2.toLocaleString("id-ID")} km²`;
  return `${name}: ${counts["kecamatan"] ?? 0} kecamatan, ${villages} desa/kelurahan, ${polygons.found} berbatas${area}.${missing}\nPaket di ${out}.`;
}
