import type { CoverInput, CoverSettings } from "@tuwai/domain/cover";
import { coverSettingValues, defaultCoverSettings, explainCover, parseCoverInput } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { CommandError } from "./command-error.ts";
import type { AddCommands } from "./command-feature.ts";
import { coverText } from "./cover-text.ts";
import { dateOption, settingOption } from "./options.ts";
import { readJsonFile } from "./read-json-file.ts";

type ExplainOptions = { events: string; on: CivilDate; set?: Partial<CoverSettings> };

/** `tuwai cover explain`: the cover clock of one worker, read from a file of events. */
export const addCoverCommands: AddCommands = (program, reply) => {
  const cover = program
    .command("cover")
    .summary("Perlindungan satu pekerja menurut bukti pembayarannya")
    .description("Perlindungan satu pekerja menurut bukti pembayarannya");
  cover
    .command("explain")
    .description("Menjelaskan keadaan perlindungan pada satu hari, dari berkas JSON berisi peristiwa")
    .requiredOption("--events <berkas>", "berkas JSON, atau - untuk stdin")
    .requiredOption("--on <tanggal>", "hari yang ditanyakan, YYYY-MM-DD", dateOption)
    .option(
      "--set <nama=nilai>",
      "anggapan atas hal yang terbuka",
      settingOption(defaultCoverSettings, coverSettingValues),
    )
    .action(async ({ events, on, set = {} }: ExplainOptions) => {
      const explanation = explainCover(await readCoverInput(events), on, set);
      reply({ document: explanation, text: () => coverText(explanation, on) });
    });
};

async function readCoverInput(path: string): Promise<CoverInput> {
  const parsed = parseCoverInput(await readJsonFile(path));
  if (parsed.outcome === "parsed") return parsed.input;
  const { problems } = parsed;
  const isUnknownType = problems.some(({ code }) => code === "unknown-event-type");
  const places = problems.map(({ path: place, expected }) => `${place}: ${expected}`).join("; ");
  throw new CommandError(
    isUnknownType ? "unknown-event-type" : "invalid-input",
    `Berkas peristiwa tidak dapat dipakai. ${places}`,
    { problems },
  );
}
