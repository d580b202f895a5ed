import type { TableCell } from "@tuwai/domain/imports";
import { areaOf, authorise } from "#access";
import type { Actor, App } from "#app";
import { inTransaction } from "#database";
import { kindsReadBy } from "#intake";
import { type ImportBatch, type ImportRowView, requireWithin } from "./import-batch.ts";
import { findBatch, listBatches, listRowViews } from "./import.store.ts";

const perPage = 25;
const rowsPerPage = 50;

/** The batches this actor may see, newest first. */
export async function listImports(
  app: App,
  actor: Actor,
  input: { readonly page: number; readonly state?: string },
): Promise<{ readonly batches: readonly ImportBatch[]; readonly total: number; readonly pages: number }> {
  const grant = authorise(actor, "import.read_report");
  const offset = (Math.max(1, input.page) - 1) * perPage;
  const found = await inTransaction(app, actor, (tx) =>
    listBatches(tx, {
      limit: perPage,
      offset,
      area: areaOf(actor, grant),
      kinds: kindsReadBy(app, actor),
      ...(input.state === undefined ? {} : { state: input.state }),
    }),
  );
  return { ...found, pages: Math.max(1, Math.ceil(found.total / perPage)) };
}

/** One batch by id or code; unknown and out of scope are the same `not-found`. */
export async function getImport(
  app: App,
  actor: Actor,
  input: { readonly batchId: string },
): Promise<ImportBatch> {
  const grant = authorise(actor, "import.read_report");
  return requireWithin(
    { app, actor, grant },
    await inTransaction(app, actor, (tx) => findBatch(tx, input.batchId)),
  );
}

/** Rows with their outcome and issues: codes only, no cell of the file. */
export async function listImportRows(
  app: App,
  actor: Actor,
  input: {
    readonly batchId: string;
    readonly page: number;
    readonly outcome?: string;
    readonly withIssues?: boolean;
  },
): Promise<readonly ImportRowView[]> {
  const grant = authorise(actor, "import.read_report");
  return inTransaction(app, actor, async (tx) => {
    const batch = requireWithin({ app, actor, grant }, await findBatch(tx, input.batchId));
    return listRowViews(tx, batch.id, {
      limit: rowsPerPage,
      offset: (Math.max(1, input.page) - 1) * rowsPerPage,
      ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
      ...(input.withIssues === undefined ? {} : { withIssues: input.withIssues }),
    });
  });
}

/** The sealed cells of a row, as they came. */
export function openCells(
  app: App,
  batchId: string,
  row: { readonly sheet: number; readonly row: number },
  raw: Buffer,
): readonly TableCell[] {
  return JSON.parse(
    app.keys.open(raw, { table: "import_rows", column: "raw", rowId: `${batchId}:${row.sheet}:${row.row}` }),
  ) as TableCell[];
}
