import {
  defaultPayBySettings,
  explainPayByDay,
  listSettings,
  type PayByAnswer,
  type PayBySettings,
  type Segment,
} from "@tuwai/domain/contributions";
import { decreeOf } from "@tuwai/domain/calendar";
import type { Month } from "@tuwai/domain/time";
import { Option } from "commander";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { dateText, markText, monthText, paragraphs, unconfirmedText } from "./indonesian.ts";
import { monthOption, settingOption } from "./options.ts";

type DueOptions = { segment: Segment; month: Month; set?: Partial<PayBySettings> };

/** `tuwai due`: the last day to pay the contribution of a month, and what moved it. */
export const addDueCommands: AddCommands = (program, reply) => {
  program
    .command("due")
    .summary("Hari terakhir membayar iuran sebuah bulan")
    .description("Hari terakhir membayar iuran BPJS Ketenagakerjaan sebuah bulan")
    .addOption(
      new Option("--segment <segmen>", "golongan peserta")
        .choices(["bpu", "pu-village"])
        .makeOptionMandatory(),
    )
    .requiredOption("--month <bulan>", "bulan yang dibayar, YYYY-MM", monthOption)
    .option("--set <nama=nilai>", "anggapan atas hal yang terbuka", settingOption(defaultPayBySettings))
    .action(({ segment, month, set = {} }: DueOptions) => {
      const settings = { ...defaultPayBySettings, ...set };
      const answer = explainPayByDay(segment, month, settings);
      if (answer === undefined) {
        throw new CommandError("no-rate", `Tidak ada aturan hari bayar untuk ${monthText(month)}.`, {
          month,
        });
      }
      const movedBecause = answer.movedBecause.map(({ on, kind, row }) =>
        row === undefined ? { on, kind } : { on, kind, name: row.name, source: row.source },
      );
      const decree = decreeOf(Number(answer.dueOn.slice(0, 4)), answer.dueOn);
      const document = { segment, month, ...answer, movedBecause, decree, settings: listSettings(settings) };
      const missing =
        decree === "here"
          ? ""
          : "Keputusan hari libur tahun itu belum ada: hanya akhir pekan yang diperhitungkan.";
      reply({
        document,
        text: () => paragraphs(dueText(answer), missing, unconfirmedText(document.settings)),
      });
    });
};

const kindTexts = {
  weekend: "akhir pekan",
  "national-holiday": "libur nasional",
  "joint-leave": "cuti bersama",
  local: "libur setempat",
};

function dueText({ dueOn, movedBecause }: PayByAnswer): string {
  const moved = movedBecause.map(
    ({ on, kind, row }) =>
      `  ${dateText(on)}: ${kindTexts[kind]}${row === undefined ? "" : ` (${row.name}; ${row.source.instrument}, ${markText(row.source.mark)})`}`,
  );
  const day = `Paling lambat ${dateText(dueOn)}.`;
  return moved.length === 0 ? day : [day, "Bergeser karena:", ...moved].join("\n");
}
