import type { CheckContext } from "@tuwai/domain/imports";
import type { Actor, App } from "#app";
import { recordChange } from "#audit";
import { asSystem, inTransaction, type Tx } from "#database";
import { villageReader } from "#regions";
import { applyBatch } from "./apply-batch.ts";
import { checkFile, type CheckedFileRow, type FileOutcome } from "./check-file.ts";
import { countRows } from "./count-rows.ts";
import { type ImportBatch, uploaderOf } from "./import-batch.ts";
import {
  deleteRows,
  findBatch,
  insertRows,
  listMappings,
  lockBatchWork,
  type NewRow,
  updateBatch,
  updateProgress,
  updateRowVerdict,
} from "./import.store.ts";
import { scopeKeyOf } from "./map-columns.ts";
import { withUpload } from "./upload-store.ts";

const rowsPerInsert = 500;
const progressEvery = 5_000;

/**
 * Brings a batch as far as it goes without a person: received → checked, needs-mapping or refused; applying → applied.
 * Handler of topic `import.advance`, and called directly by the command line. Safe to repeat and to run twice at once:
 * checking is one transaction, applying goes chunk by chunk from the first row not yet applied.
 */
export async function advanceImport(app: App, batchId: string): Promise<void> {
  const batch = await asSystem(app, (tx) => findBatch(tx, batchId));
  if (!batch) return;
  const uploader = uploaderOf(app, batch);
  if (batch.state === "received") await checkBatch(app, uploader, batch);
  if (batch.state === "applying") await applyBatch(app, uploader, batch.id);
}

async function checkBatch(app: App, uploader: Actor, seen: ImportBatch): Promise<void> {
  await withUpload(app, seen.id, (path) =>
    inTransaction(app, uploader, async (tx) => {
      await lockBatchWork(tx, seen.id);
      const batch = await findBatch(tx, seen.id);
      if (batch?.state !== "received") return;
      await deleteRows(tx, batch.id);
      const writer = rowWriter(app, tx, uploader, batch);
      const outcome = await checkFile({
        path,
        fileName: batch.fileName,
        kind: batch.kind,
        context: await contextOf(app, tx, batch),
        remembered: await listMappings(tx, { kind: batch.kind, scopeKey: scopeKeyOf(uploader) }),
        chosen: batch.recognition?.isReady === true ? batch.recognition : null,
        onRow: writer.add,
      });
      await writer.flush();
      await recordOutcome(tx, batch, outcome);
      await recordChange(app, tx, uploader, {
        action: "import.check",
        objectType: "import",
        objectId: batch.id,
        details: { outcome: outcome.outcome },
      });
    }),
  );
}

async function recordOutcome(tx: Tx, batch: ImportBatch, outcome: FileOutcome): Promise<void> {
  switch (outcome.outcome) {
    case "refused":
      await deleteRows(tx, batch.id);
      await updateBatch(tx, batch.id, { state: "refused", refusal: outcome.refusal });
      return;
    case "needs-mapping":
      await updateBatch(tx, batch.id, {
        state: "needs-mapping",
        recognition: outcome.recognition,
        warnings: outcome.remarks,
      });
      return;
    case "checked": {
      const { issues, duplicates } = outcome.verdict;
      for (const [row, added] of issues) {
        const isRefused = added.some((issue) => issue.severity === "error");
        await updateRowVerdict(tx, batch.id, {
          row,
          outcome: isRefused ? "quarantined" : null,
          issues: added,
        });
      }
      for (const row of duplicates.keys()) {
        await updateRowVerdict(tx, batch.id, { row, outcome: "duplicate", issues: [] });
      }
      await updateBatch(tx, batch.id, {
        state: "checked",
        recognition: outcome.recognition,
        warnings: outcome.remarks,
        counts: await countRows(tx, batch.id),
      });
    }
  }
}

async function contextOf(app: App, tx: Tx, batch: ImportBatch): Promise<CheckContext> {
  return {
    today: app.clock.today(),
    region: app.config.regionCode,
    identityNumbers: app.config.demo ? "synthetic" : "real",
    readVillage: await villageReader(tx),
    ...(batch.villageCode === null ? {} : { allowedVillages: [batch.villageCode] }),
  };
}

/** Rows go in by the hundred; blank rows keep no content, all others stay as they came, sealed. */
function rowWriter(app: App, tx: Tx, uploader: Actor, batch: ImportBatch) {
  let waiting: NewRow[] = [];
  let done = 0;
  const flush = async () => {
    await insertRows(tx, { ...batch, regionCode: uploader.regionCode }, waiting);
    waiting = [];
  };
  const add = async ({ row, outcome, values, issues }: CheckedFileRow) => {
    const place = (column: string) => ({
      table: "import_rows",
      column,
      rowId: `${batch.id}:${row.sheet}:${row.row}`,
    });
    const isEmpty = outcome === "blank";
    waiting.push({
      sheet: row.sheet,
      row: row.row,
      outcome,
      rawSealed: isEmpty ? null : app.keys.seal(JSON.stringify(row.cells), place("raw")),
      cleanSealed: values === null ? null : app.keys.seal(JSON.stringify(values), place("clean")),
      issues,
    });
    done += 1;
    if (waiting.length >= rowsPerInsert) await flush();
    if (done % progressEvery === 0) {
      await inTransaction(app, uploader, (other) =>
        updateProgress(other, batch.id, { stage: "checking", done, total: null }),
      );
    }
  };
  return { add, flush };
}
