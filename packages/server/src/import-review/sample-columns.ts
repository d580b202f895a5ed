import { createRowClassifier } from "@tuwai/domain/imports";
import type { TableRecognition } from "@tuwai/domain/intake";
import type { Actor, App } from "#app";
import { inspectFile, limitsFor, sampleTable } from "#files";
import { findBatch, type ImportBatch, isOfSender, requireRead, withUpload } from "#imports";
import { act } from "#use-case";
import { showCells } from "./shown-cells.ts";

const samplesPerColumn = 3;
const sampleRows = 100;

export type ColumnSample = { readonly column: number; readonly values: readonly string[] };

/**
 * Three different values of every column of a file whose columns wait for a choice, read from the sealed original; to whom
 * cells are shown is the rule of `showCells`. Empty when the file can no longer be read.
 */
export const sampleColumns = act(
  { name: "import-samples", permission: "import.read_report" },
  async (
    { app, actor, look },
    { batchId }: { readonly batchId: string },
  ): Promise<readonly ColumnSample[]> => {
    const batch = await look(async (step) => requireRead(step, await findBatch(step.tx, batchId)));
    const { recognition } = batch;
    if (recognition === null || !isOfSender(actor, batch)) return [];
    return readSamples(app, actor, { batch, recognition });
  },
);

type Read = { readonly batch: ImportBatch; readonly recognition: TableRecognition };

async function readSamples(
  app: App,
  actor: Actor,
  { batch, recognition }: Read,
): Promise<readonly ColumnSample[]> {
  const lastHeaderRow = Math.max(0, ...recognition.headerRows);
  const classify = createRowClassifier(recognition);
  // "(1) (2) (3)" under the header and the header printed again say nothing about a column.
  const rows = (await readRows(app, batch)).filter(
    (row) => row.sheet === recognition.sheet && row.row > lastHeaderRow && classify(row) !== "header",
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
  return withUpload(app, batch, async (path) => {
    const inspection = await inspectFile(path, batch.fileName, limits);
    if (inspection.outcome === "refused") return [];
    const events = await sampleTable(path, { format: inspection.format, limits, sampleRows });
    return events.filter((event) => event.type === "row");
  });
}
