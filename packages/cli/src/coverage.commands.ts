import { publicActor } from "@tuwai/server/app";
import { getPublicCoverage } from "@tuwai/server/coverage";
import type { AddCommands } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";
import { withApp } from "./with-app.ts";

/** `tuwai status`: the one published number with both halves, and every village. */
export const addCoverageCommands: AddCommands = (program, reply) => {
  program
    .command("status")
    .summary("Angka cakupan yang diterbitkan")
    .description("Angka cakupan yang diterbitkan, dengan pembilang, penyebut, sumber dan tanggalnya")
    .action(async () => {
      const coverage = await withApp((app) => getPublicCoverage(app, publicActor(app.config.regionCode)));
      reply({
        document: coverage,
        text: () =>
          tableText([
            ["Wilayah", "Terlindungi", "Pekerja", "%"],
            ["Kota", shown(coverage.numerator), shown(coverage.denominator), shown(coverage.percent)],
            ...coverage.villages.map((village) => [
              village.name,
              shown(village.numerator),
              shown(village.denominator),
              shown(village.percent),
            ]),
          ]),
      });
    });
};

function shown(value: number | null): string {
  return value === null ? "disembunyikan" : String(value);
}
