import { authorise } from "#access";
import type { Actor, App } from "#app";
import { inTransaction } from "#database";
import { inspectFile, limitsFor, sampleTable } from "#files";
import { findBatch, type ImportBatch, requireWithin, withUpload } from "#imports";
import { isSender, showCells } from "./shown-cells.ts";

const samplesPerColumn = 3;
const sampleRows = 100;

export type ColumnSample = { readonly column: number; readonly values: readonly string[] };

/**
 * Three different values of every column of a file whose columns wait for a choice, read from the sealed original; to whom
 * cells are shown is the rule of `showCells`. Empty when the file can no longer be read.
 */
export async function sampleColumns(
  app: App,
  actor: Actor,
  input: { readonly batchId: string },
): Promise<readonly ColumnSample[]> {
  const grant = authorise(actor, "import.read_report");
  const found = await inTransaction(app, actor, (tx) => findBatch(tx, input.batchId));
  const batch = requireWithin({ app, actor, grant }, found);
  const { recognition } = batch;
  if (recognition === null || !isSender(actor, batch)) return [];
  const lastHeaderRow = Math.max(0, ...recognition.headerRows);
  const rows = (await readRows(app, batch)).filter(
    (row) => row.sheet === recognition.sheet && row.row > lastHeaderRow,
  );
  const cells = rows.flatMap((row) => showCells(actor, batch, null, row.cells));
  const byColumn = Map.groupBy(cells, ({ column }) => column);
  return recognition.columns.map(({ column }) => ({
    column,
    values: [...new Set((byColumn.get(column) ?? []).map(({ text }) => text.trim()))]
      .filter((text) => text !== "")
      .slice(0, samplesPerColumn),
  }));
}

function readRows(app: App, batch: ImportBatch) {
  const limits = limitsFor(batch.kind);
  return withUpload(app, batch.id, async (path) => {
    const inspection = await inspectFile(path, batch.fileName, limits);
    if (inspection.outcome === "refused") return [];
    const events = await sampleTable(path, { format: inspection.format, limits, sampleRows });
    return events.filter((event) => event.type === "row");
  });
}
