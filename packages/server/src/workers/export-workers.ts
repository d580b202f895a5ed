import { type App, AppError } from "#app";
import { type ExportedFile, type ExportFormat, type ExportTable, writeTable, newExportCode } from "#exports";
import { act, type Step } from "#use-case";
import { readWorkerQuery, type WorkerQuery } from "./list-workers.ts";
import { fieldsShown, shownKeys, type ShownWorker, showWorker } from "./shown-worker.ts";
import { listWorkerRows } from "./worker.view.ts";
import { workerSight } from "./worker-sight.ts";

/** Why a list leaves the system; stands in the file's log row, which auditors read. */
export const exportPurposes = ["field-visit", "meeting", "enrolment", "report", "audit"] as const;
export type ExportPurpose = (typeof exportPurposes)[number];

/** Headings and values in the caller's language. A column whose value is undefined for the role is left out by the caller. */
export type ExportWords = {
  readonly sheet: string;
  readonly mark: string;
  readonly columns: readonly {
    readonly header: string;
    readonly value: (worker: ShownWorker) => string | null;
  }[];
};

type Input = {
  readonly query: WorkerQuery;
  readonly purpose: string;
  readonly format: ExportFormat;
  readonly words: ExportWords;
};

const mostRows = 20_000;

/**
 * The list as the role may see it, as a file: masked like the screen, with a code of its own in every row. Needs a fresh
 * step-up and a purpose; who was exported, why and by whom is written before a byte leaves. `too-large` above 20,000 rows.
 */
export const exportWorkers = act(
  { name: "worker.export", permission: "worker.export" },
  async ({ app, look }, input: Input): Promise<ExportedFile> => {
    const purpose = exportPurposes.find((known) => known === input.purpose);
    if (purpose === undefined) throw new AppError("invalid-input", { field: "purpose" });
    const code = newExportCode();
    const workers = await look((step) => takeWorkers(step, { ...input, purpose, code }));
    return { code, rows: workers.length, bytes: await bytesOf(app, input, workers, code) };
  },
);

async function takeWorkers(
  step: Step,
  { query, purpose, format, code }: Input & { readonly code: string },
): Promise<readonly ShownWorker[]> {
  const sight = workerSight(step);
  const { filter, sort } = readWorkerQuery(step, sight, query);
  const rows = await listWorkerRows(step.tx, sight, filter, { sort, limit: mostRows + 1, offset: 0 });
  if (rows.length > mostRows) throw new AppError("too-large", { limit: mostRows });
  await step.seen({
    personIds: rows.map(({ id }) => id),
    purpose: `export:${purpose}`,
    fields: fieldsShown(sight, Object.keys(shownKeys) as (keyof typeof shownKeys)[]),
  });
  await step.audit({
    objectType: "export",
    objectId: code,
    details: { purpose, rows: rows.length, format },
  });
  return rows.map((row) => showWorker(sight, row, step.today));
}

function bytesOf(
  app: App,
  { words, format }: Input,
  workers: readonly ShownWorker[],
  code: string,
): Promise<Uint8Array> {
  const table: ExportTable = {
    columns: [...words.columns, { header: words.mark }].map(({ header }) => ({ header, kind: "text" })),
    rows: workers.map((worker) => [...words.columns.map(({ value }) => value(worker)), code]),
  };
  const writtenAt = app.clock.now().getTime();
  return writeTable(table, { format, sheet: words.sheet, title: code, writtenAt });
}
