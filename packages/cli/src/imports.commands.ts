import {
  fieldKinds,
  type FieldName,
  importKinds,
  issueRules,
  type ImportKind,
  type RowIssue,
  type SheetChoice,
} from "@tuwai/domain/intake";
import { may } from "@tuwai/server/access";
import { type Actor, type App, AppError } from "@tuwai/server/app";
import {
  advanceImport,
  applyImport,
  approveImport,
  getImport,
  type ImportBatch,
  listImportRows,
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
import { paragraphs, tableText } from "./indonesian.ts";
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

const issuesShown = 1_000;

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
    return describe(app, actor, received.id);
  });
}

type Returned = NonNullable<Awaited<ReturnType<typeof returnFaultyRows>>>;

/** A file of faulty rows went back into its list: what each row did, and how the list stands. What follows its saved rows is finished. */
async function describeReturn(app: App, actor: Actor, returned: Returned): Promise<Answer> {
  const { code, receipt, repeated, isApplying } = returned;
  if (isApplying) await finishWork(app, code);
  else await checkAndApply(app, actor, code, false);
  const { document, text, exitCode } = await describe(app, actor, code);
  const told = [
    repeated ? "Berkas perbaikan ini sudah pernah masuk; tidak ada yang berubah." : "",
    rowsText("Diperbaiki: baris", receipt.mended),
    rowsText("Diubah tetapi belum benar: baris", receipt.stillWrong),
    rowsText("Tidak dipakai, sudah diubah orang lain: baris", receipt.overtaken),
    rowsText("Tidak dipakai, sudah tersimpan: baris", receipt.saved),
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
  return describe(app, actor, batch.id);
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
  return describe(app, actor, batch.id);
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
  return describe(app, actor, batch.id);
}

function show(app: App, actor: Actor, batchId: string): Promise<Answer> {
  return describe(app, actor, batchId);
}

/** Applies what waits and does what follows from it, so that the next command sees a finished city. */
async function finishWork(app: App, batchId: string): Promise<void> {
  await advanceImport(app, batchId);
  await drainWork(app);
}

async function describe(app: App, actor: Actor, batchId: string): Promise<Answer> {
  const batch = await getImport(app, actor, { batchId });
  if (batch.state === "refused") {
    const { code, details } = batch.refusal;
    throw new AppError("invalid-input", {
      message: `${code}: ${repairOf(code)} Berkas tetap tersimpan, tidak ada data yang berubah.`,
      batch: batch.code,
      issue: code,
      ...details,
    });
  }
  const issues = await listIssues(app, actor, batch);
  const document = {
    batch: batch.code,
    file: batch.fileName,
    kind: batch.kind,
    state: batch.state,
    rows: batch.counts,
    issues,
    ...mappingNeeded(batch),
  };
  return { document, text: () => textOf(batch, issues), exitCode: exitCodeOf(batch) };
}

function exitCodeOf(batch: ImportBatch): 0 | 2 | 3 | 4 {
  if (batch.state === "awaiting-approval") return 4;
  if (batch.state === "needs-mapping") return 2;
  if (batch.state === "checked" && batch.counts.accepted === 0) return 2;
  return batch.counts !== null && batch.counts.repair > 0 && batch.state !== "undone" ? 3 : 0;
}

type ShownIssue = {
  readonly row: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly details?: object;
};

async function listIssues(app: App, actor: Actor, batch: ImportBatch): Promise<readonly ShownIssue[]> {
  const shown: ShownIssue[] = batch.warnings.map(({ code, details }) => ({
    row: null,
    column: null,
    code,
    severity: issueRules[code].severity,
    message: repairOf(code),
    details,
  }));
  for (let page = 1; shown.length < issuesShown; page += 1) {
    const { rows, pages } = await listImportRows(app, actor, { batchId: batch.id, page, withIssues: true });
    for (const { row, issues } of rows)
      shown.push(
        ...issues.map((issue: RowIssue) => ({
          row,
          column: issue.column,
          code: issue.code,
          severity: issue.severity,
          message: repairOf(issue.code),
        })),
      );
    if (page >= pages) break;
  }
  return shown.slice(0, issuesShown);
}

function mappingNeeded(batch: ImportBatch): object {
  if (batch.state !== "needs-mapping") return {};
  const { columns, conflicts, missing, sheetScores } = batch.recognition;
  if (batch.warnings.some(({ code }) => code === "E-SHEET")) {
    const lists = sheetScores.filter(({ rows = 0, hidden }) => rows > 0 && hidden !== true);
    return { code: "choose-sheet", sheets: lists.map(({ name }) => name ?? "") };
  }
  return {
    mapping: { columns: columns.filter(({ confidence }) => confidence === "maybe"), conflicts, missing },
  };
}

function repairOf(code: string): string {
  return Object.hasOwn(issueRules, code) ? issueRules[code as keyof typeof issueRules].repair : code;
}

function textOf(batch: ImportBatch, issues: readonly ShownIssue[]): string {
  const counts = batch.counts;
  const heading = `Impor ${batch.code} · ${batch.fileName} · ${batch.state}`;
  if (counts === null) return paragraphs(heading, "Beberapa kolom perlu dipastikan di halaman impor.");
  const { detail } = counts;
  return paragraphs(
    heading,
    tableText([
      ["Dibaca", String(counts.read)],
      ["Diterima", `${counts.accepted} (diterapkan ${detail.applied}, tidak berubah ${detail.unchanged})`],
      ["Perlu diperbaiki", String(counts.repair)],
      [
        "Dilewati",
        `${counts.skipped} (ganda ${detail.duplicate}, kosong ${detail.blank}, kepala/catatan ${detail.header})`,
      ],
    ]),
    issues.length === 0
      ? ""
      : tableText([
          ["Baris", "Kode", "Perbaikan"],
          ...issues.slice(0, 20).map((issue) => [String(issue.row ?? "berkas"), issue.code, issue.message]),
        ]),
  );
}
