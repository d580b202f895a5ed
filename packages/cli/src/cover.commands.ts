import type { CoverInput, CoverSettings } from "@tuwai/domain/cover";
import { coverSettingValues, defaultCoverSettings, explainCover, parseCoverInput } from "@tuwai/domain/cover";
import type { CivilDate } from "@tuwai/domain/time";
import { CommandError } from "./command-error.ts";
import { Argument, type Command, Option } from "commander";
import type { AddCommands } from "./command-feature.ts";
import { coverText, stateTexts } from "./cover-text.ts";
import { dateOption, settingOption } from "./options.ts";
import type { CoverChoice } from "./read-cover.ts";
import { readJsonFile } from "./read-json-file.ts";

type ExplainOptions = { events: string; on: CivilDate; set?: Partial<CoverSettings> };

/**
 * `tuwai cover explain`: the cover clock of one worker, read from a file of events. `tuwai cover list` and
 * `tuwai cover person CODE` ask the city's database, which is loaded only then.
 */
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
  cover
    .command("list")
    .description("Perlindungan semua pekerja yang boleh dilihat, yang paling cepat berakhir di atas")
    .addOption(new Option("--state <keadaan>", "keadaan").choices(Object.keys(stateTexts)))
    .option("--village <kode>", "desa atau kelurahan")
    .action(async (options: CoverChoice, command: Command) => {
      const [{ readAs }, { readCoverList }] = await loadCity();
      reply(await readAs(command, (app, actor) => readCoverList(app, actor, options)));
    });
  cover
    .command("person")
    .description("Menjelaskan perlindungan satu pekerja hari ini, dari bukti yang tersimpan")
    .addArgument(new Argument("<kode>", "kode pekerja, misalnya PK-7T4M-2Q"))
    .action(async (code: string, _options: unknown, command: Command) => {
      const [{ readAs }, { readPersonCover }] = await loadCity();
      reply(await readAs(command, (app, actor) => readPersonCover(app, actor, code)));
    });
};

function loadCity() {
  return Promise.all([import("./as-actor.ts"), import("./read-cover.ts")]);
}

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
