import type { CivilDate } from "@tuwai/domain/time";
import type { Actor, App } from "@tuwai/server/app";
import {
  type LifeEventDocument,
  lifeEventDocuments,
  type LifeEventKind,
  lifeEventKinds,
  type LifeEventTeller,
  lifeEventTellers,
  listLifeEvents,
  recordLifeEvent,
  undoLifeEvent,
} from "@tuwai/server/life-events";
import { Argument, type Command, Option } from "commander";
import { readAs, writeAs } from "./as-actor.ts";
import type { AddCommands, Answer } from "./command-feature.ts";
import { tableText } from "./indonesian.ts";
import { dateOption, reasonOption } from "./options.ts";
import { refusedError } from "./refused-error.ts";

type RecordOptions = {
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
  readonly accidentOn?: CivilDate;
  readonly document: LifeEventDocument;
  readonly toldBy?: LifeEventTeller;
  readonly note?: string;
};

/** `tuwai worker event list|record|undo`. */
export const addWorkerCommands: AddCommands = (program, reply) => {
  const events = program
    .command("worker")
    .summary("Peristiwa dalam kehidupan pekerja")
    .description("Peristiwa dalam kehidupan pekerja")
    .command("event")
    .description("Meninggal, pindah, kembali, bekerja dengan upah");
  events
    .command("list")
    .description("Yang sudah dicatat, juga yang sudah diurungkan")
    .addArgument(new Argument("<kode>", "kode pekerja"))
    .action(async (personCode: string, _options: unknown, command: Command) =>
      reply(await readAs(command, (app, actor) => list(app, actor, personCode))),
    );
  events
    .command("record")
    .description("Mencatat satu peristiwa")
    .addArgument(new Argument("<kode>", "kode pekerja"))
    .addOption(
      new Option("--kind <peristiwa>", "peristiwa").choices([...lifeEventKinds]).makeOptionMandatory(),
    )
    .requiredOption("--on <tanggal>", "tanggal kejadian, YYYY-MM-DD", dateOption)
    .option(
      "--accident-on <tanggal>",
      "bila meninggal karena kecelakaan kerja: tanggal kecelakaannya",
      dateOption,
    )
    .addOption(
      new Option("--document <dasar>", "menurut apa").choices([...lifeEventDocuments]).makeOptionMandatory(),
    )
    .addOption(new Option("--told-by <siapa>", "siapa yang memberi tahu").choices([...lifeEventTellers]))
    .option("--note <keterangan>", "keterangan, tanpa NIK atau nomor lain", reasonOption)
    .action(async (personCode: string, options: RecordOptions, command: Command) =>
      reply(await writeAs(command, (app, actor) => record(app, actor, { personCode, ...options }))),
    );
  events
    .command("undo")
    .description("Mengurungkan satu catatan; daftar dan jam perlindungan kembali seperti sebelumnya")
    .addArgument(new Argument("<id>", "id catatan"))
    .action(async (lifeEventId: string, _options: unknown, command: Command) =>
      reply(await writeAs(command, (app, actor) => undo(app, actor, lifeEventId))),
    );
};

async function list(app: App, actor: Actor, personCode: string): Promise<Answer> {
  const { person, events } = await listLifeEvents(app, actor, { personCode });
  return {
    document: { person, events },
    text: () =>
      events.length === 0
        ? "Belum ada peristiwa yang dicatat."
        : tableText([
            ["Id", "Peristiwa", "Tanggal", "Menurut", "Keadaan"],
            ...events.map(({ id, kind, on, document, undoneAt }) => [
              id,
              kind,
              on,
              document,
              undoneAt === null ? "berlaku" : "diurungkan",
            ]),
          ]),
  };
}

async function record(
  app: App,
  actor: Actor,
  event: RecordOptions & { readonly personCode: string },
): Promise<Answer> {
  const answer = await recordLifeEvent(app, actor, { operationId: app.newId(), ...event });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: answer, text: () => `Tercatat: ${answer.lifeEventId}.` };
}

async function undo(app: App, actor: Actor, lifeEventId: string): Promise<Answer> {
  const answer = await undoLifeEvent(app, actor, { operationId: app.newId(), lifeEventId });
  if (answer.outcome === "refused") throw refusedError(answer.reasons);
  return { document: answer, text: () => `Catatan untuk ${answer.personCode} diurungkan.` };
}
