import { explainCoverage } from "@tuwai/server/indicators";
import type { AddCommands } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";
import { withApp } from "./with-app.ts";

/** `tuwai coverage explain`: every series with both halves, and the ladder that all totals stand in. */
export const addIndicatorCommands: AddCommands = (program, reply) => {
  program
    .command("coverage")
    .summary("Angka cakupan, dijelaskan")
    .command("explain")
    .summary(
      "Semua angka cakupan dengan pembilang, penyebut dan sumber, dan tangga dari daftar sampai terlindungi",
    )
    .action(async () => {
      const explained = await withApp(explainCoverage);
      reply({
        document: explained,
        text: () =>
          [
            tableText([
              ["Indikator", "Pembilang", "Penyebut", "%", "Belum berubah sejak"],
              ...explained.indicators.map(({ code, numerator, denominator, percent, unchangedSince }) => [
                code,
                shown(numerator),
                shown(denominator),
                shown(percent),
                unchangedSince ?? "-",
              ]),
            ]),
            tableText([
              ["Tangga", "Orang"],
              ...explained.ladder.map(({ stage, persons }) => [stage, String(persons)]),
            ]),
          ].join("\n\n"),
      });
    });
};

const shown = (value: number | null): string => (value === null ? "-" : String(value));
