import {
  fieldKinds,
  type FieldName,
  importKinds,
  type ImportKind,
  type SheetChoice,
} from "@tuwai/domain/intake";
import { may } from "@tuwai/server/access";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import {
  advanceImport,
  applyImport,
  approveImport,
  getImport,
  mapColumns,
  receiveImport,
  returnFaultyRows,
  undoImport,
} from "@tuwai/server/imports";
import { drainWork } from "@tuwai/server/work";
import { Argument, type Command, InvalidArgumentError, Option } from "commander";
import { existsSync } from "node:fs";
import { CommandError } from "./command-error.ts";
import type { AddCommands, Answer, GlobalOptions } from "./command-feature.ts";
import { describeImport } from "./describe-import.ts";
import { paragraphs } from "./indonesian.ts";
import { writePreview } from "./write-preview.ts";
import { actorFor, withApp } from "./with-app.ts";

type ImportOptions = GlobalOptions & {
  kind: ImportKind;
  village?: string;
  dryRun?: true;
  preview?: string;
  sheet?: readonly string[];
  allSheets?: true;
};

/** `tuwai import FILE`, `tuwai import approve BATCH`, `tuwai import undo BATCH`, `tuwai import show BATCH`. */
export const addImportCommands: AddCommands = (program, reply) => {
  const group = program
    .command("import")
    .summary("Memasukkan berkas dari kantor")
    .description("Memasukkan berkas dari kantor");
  group
    .command("file", { isDefault: true, hidden: true })
    .addArgument(new Argument("<berkas>", "berkas .xlsx, .ods, .csv atau .tsv"))
    .addOption(new Option("--kind <jenis>", "jenis berkas").choices([...importKinds]).makeOptionMandatory())
    .option("--village <kode>", "desa atau kelurahan pemilik daftar")
    .option("--dry-run", "periksa saja, tidak ada yang diterapkan")
    .option("--preview <berkas.jsonl>", "tulis apa yang dipahami dari setiap baris")
    .addOption(new Option("--sheet <nama>", "lembar yang dibaca; boleh diulang").argParser(collect))
    .addOption(new Option("--all-sheets", "baca semua lembar yang berisi daftar").conflicts("sheet"))
    .action(async (path: string, _options: unknown, command: Command) => {
      reply(await importFile(path, command.optsWithGlobals<ImportOptions>()));
    });
  group
    .command("map")
    .summary("Memastikan arti kolom, lalu menerapkan")
    .addArgument(new Argument("<batch>", "kode atau id impor"))
    .requiredOption("--column <kolom=isian...>", "misalnya 5=birthDate, atau 7=- untuk tidak dipakai")
    .action(async (batch: string, _options: unknown, command: Command) => {
      const { as, column } = command.optsWithGlobals<GlobalOptions & { column: string[] }>();
      reply(await withApp(async (app) => map(app, await actorFor(app, as), batch, column)));
    });
  for (const [word, run] of [
    ["approve", approve],
    ["undo", undo],
    ["show", show],
  ] as const) {
    group
      .command(word)
      .addArgument(new Argument("<batch>", "kode atau id impor"))
      .action(async (batch: string, _options: unknown, command: Command) => {
        const { as } = command.optsWithGlobals<GlobalOptions>();
        reply(await withApp(async (app) => run(app, await actorFor(app, as), batch)));
      });
  }
};

function collect(name: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, name];
}

async function importFile(path: string, options: ImportOptions): Promise<Answer> {
  if (!existsSync(path)) throw new CommandError("file-not-readable", `Berkas ${path} tidak ada.`, { path });
  return withApp(async (app) => {
    const actor = await actorFor(app, options.as);
    const mayMend = may(actor, "import.resolve_row");
    const returned = mayMend
      ? await returnFaultyRows(app, actor, {
          operationId: app.newId(),
          kind: options.kind,
          fileName: path,
          path,
          isTrial: options.dryRun === true,
        })
      : null;
    if (returned !== null) return describeReturn(app, actor, returned);
    const { batch: received } = await receiveImport(app, actor, {
      operationId: app.newId(),
      kind: options.kind,
      fileName: path,
      path,
      isAtMachine: true,
      ...(options.village === undefined ? {} : { villageCode: options.village }),
      ...sheetsOf(options),
    });
    await checkAndApply(app, actor, received.id, options.dryRun === true);
    if (options.preview !== undefined)
      await writePreview(app, actor, { batchId: received.id, path: options.preview });
    return describeImport(app, actor, received.id);
  });
}

type Returned = NonNullable<Awaited<ReturnType<typeof returnFaultyRows>>>;

/** A file of faulty rows went back into its list: what each row did, and how the list stands. What follows its saved rows is finished. */
async function describeReturn(app: App, actor: Actor, returned: Returned): Promise<Answer> {
  const { code, receipt, repeated, isApplying } = returned;
  if (isApplying) await finishWork(app, code);
  else await checkAndApply(app, actor, code, false);
  const { document, text, exitCode } = await describeImport(app, actor, code);
  const told = [
    repeated ? "Berkas perbaikan ini sudah pernah masuk; tidak ada yang berubah." : "",
    rowsText("Diperbaiki: baris", receipt.mended),
    rowsText("Diubah tetapi belum benar: baris", receipt.stillWrong),
    rowsText("Tidak dipakai, sudah diubah orang lain: baris", receipt.overtaken),
    rowsText("Tidak dipakai, sudah tersimpan: baris", receipt.saved),
    ...receipt.differing.map(
      ({ row, columns }) =>
        `Tidak dipakai, salinan lain dari berkas ini mengatakan lain: baris ${row}, kolom ${columns.join(", ")}`,
    ),
    rowsText("Kunci tidak dikenal: baris berkas", receipt.unknown),
    rowsText("Kunci berulang: baris berkas", receipt.twice),
    rowsText("Tanpa kunci: baris berkas", receipt.withoutKey),
  ];
  return {
    document: Object.assign({}, document, { returned: { repeated, ...receipt } }),
    text: () => paragraphs(told.filter((line) => line !== "").join("\n"), text()),
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

function rowsText(words: string, rows: readonly number[]): string {
  return rows.length === 0 ? "" : `${words} ${rows.join(", ")}.`;
}

function sheetsOf({ sheet, allSheets }: ImportOptions): { readonly sheets?: SheetChoice } {
  if (allSheets === true) return { sheets: "all" };
  return sheet === undefined ? {} : { sheets: sheet };
}

async function checkAndApply(app: App, actor: Actor, batchId: string, isDryRun: boolean): Promise<void> {
  await advanceImport(app, batchId);
  const batch = await getImport(app, actor, { batchId });
  if (batch.state !== "checked" || isDryRun || batch.counts.accepted === 0) return;
  const { id, version } = batch;
  await applyImport(app, actor, { operationId: app.newId(), batchId: id, version });
  await finishWork(app, id);
}

async function map(app: App, actor: Actor, batchId: string, columns: readonly string[]): Promise<Answer> {
  const batch = await getImport(app, actor, { batchId });
  const choices = columns.map(readChoice);
  await mapColumns(app, actor, {
    operationId: app.newId(),
    batchId: batch.id,
    version: batch.version,
    choices,
  });
  await checkAndApply(app, actor, batch.id, false);
  return describeImport(app, actor, batch.id);
}

function readChoice(text: string): { readonly column: number; readonly field: FieldName | null } {
  const [column = "", field = ""] = text.split("=");
  if (!/^\d+$/.test(column) || (field !== "-" && !Object.hasOwn(fieldKinds, field))) {
    throw new InvalidArgumentError(
      `Tulis kolom=isian. Isian: ${Object.keys(fieldKinds).join(", ")}, atau - untuk tidak dipakai.`,
    );
  }
  return { column: Number(column), field: field === "-" ? null : (field as FieldName) };
}

async function approve(app: App, actor: Actor, batchId: string): Promise<Answer> {
  const batch = await getImport(app, actor, { batchId });
  await approveImport(app, actor, { operationId: app.newId(), batchId: batch.id });
  await finishWork(app, batch.id);
  return describeImport(app, actor, batch.id);
}

async function undo(app: App, actor: Actor, batchId: string): Promise<Answer> {
  const batch = await getImport(app, actor, { batchId });
  const outcome = await undoImport(app, actor, { operationId: app.newId(), batchId: batch.id });
  if (outcome.outcome === "refused")
    throw new AppError("conflict", {
      message: `Impor ini tidak dapat diurungkan: ${outcome.reason} (${outcome.count}).`,
      ...outcome,
    });
  await drainWork(app);
  return describeImport(app, actor, batch.id);
}

function show(app: App, actor: Actor, batchId: string): Promise<Answer> {
  return describeImport(app, actor, batchId);
}

/** Applies what waits and does what follows from it, so that the next command sees a finished city. */
async function finishWork(app: App, batchId: string): Promise<void> {
  await advanceImport(app, batchId);
  await drainWork(app);
}
