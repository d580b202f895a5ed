import { placeOf } from "@tuwai/domain/intake";
import { type Actor, type App, isAppError } from "#app";
import { beside } from "#database";
import { onBehalfOf, type Step } from "#use-case";
import { contextOf } from "./check-context.ts";
import { findBatch, lockBatchWork, updateBatch, updateProgress } from "./batch.store.ts";
import { checkFile, type CheckedFileRow, type FileOutcome } from "./check-file.ts";
import { countRows } from "./count-rows.ts";
import { type BatchIn, type ImportFacts, uploaderOf } from "./import-batch.ts";
import { listMends } from "./mend.store.ts";
import { restateRows } from "./restate-rows.ts";
import { listMappings } from "./mapping.store.ts";
import { scopeKeyOf } from "./remember-columns.ts";
import { deleteRows, insertRows, type NewRow, updateRowVerdict } from "./row.store.ts";
import { refuseUnread } from "./refuse-unread.ts";
import { rowSealPlace } from "./sealed-row.ts";
import { withUpload } from "./upload-store.ts";
import { watchBatch } from "./watch-batch.ts";

const rowsPerInsert = 500;
const progressEvery = 5_000;

const asUploader = (actor: Actor) => ({ actor, name: "import.check", permission: "import.upload" }) as const;

/**
 * Reads the original of a received batch and stores every row with what is wrong with it, all in one transaction. Ends without
 * a word when its sender sets it aside meanwhile; throws the reason of `stop` when the server stops.
 */
export async function checkBatch(app: App, seen: BatchIn<"received">, stop?: AbortSignal): Promise<void> {
  const watch = watchBatch(app, seen.id);
  const signal = stop === undefined ? watch.signal : AbortSignal.any([watch.signal, stop]);
  try {
    await readBatch(app, seen, { signal, setAside: watch.end });
  } catch (error) {
    if (watch.signal.aborted) return;
    if (!isAppError(error) || error.details["reason"] !== "original-damaged") throw error;
    await refuseUnread(app, seen.id, { code: "E-DAMAGED", details: {} });
  } finally {
    watch.stop();
  }
}

type Reading = { readonly signal: AbortSignal; readonly setAside: () => void };

async function readBatch(app: App, seen: BatchIn<"received">, { signal, setAside }: Reading): Promise<void> {
  const uploader = uploaderOf(app, seen);
  await withUpload(app, seen, (path) =>
    onBehalfOf(app, asUploader(uploader), async (step) => {
      const { tx } = step;
      await lockBatchWork(tx, seen.id);
      const batch = await findBatch(tx, seen.id);
      if (batch?.state !== "received") return;
      const { id, kind, fileName, recognition, sheets } = batch;
      await deleteRows(tx, id);
      const writer = rowWriter(step, batch);
      const outcome = await checkFile({
        path,
        fileName,
        kind,
        context: await contextOf(step, batch),
        sheets,
        remembered: await listMappings(tx, { kind, scopeKey: scopeKeyOf(uploader) }),
        chosen: recognition?.isReady === true ? recognition : null,
        onRow: writer.add,
        signal,
      });
      await writer.flush();
      // From here on whoever would set it aside waits for what was found.
      if ((await findBatch(tx, id, true))?.state !== "received") setAside();
      signal.throwIfAborted();
      await recordOutcome(step, batch, outcome);
      await step.audit({ objectType: "import", objectId: id, details: { outcome: outcome.outcome } });
    }),
  );
}

async function recordOutcome(step: Step, batch: ImportFacts, outcome: FileOutcome): Promise<void> {
  const { tx } = step;
  const { id } = batch;
  switch (outcome.outcome) {
    case "refused":
      await deleteRows(tx, id);
      await updateBatch(tx, id, { state: "refused", refusal: outcome.refusal });
      return;
    case "needs-mapping": {
      const { recognition, remarks: warnings } = outcome;
      await updateBatch(tx, id, { state: "needs-mapping", recognition, warnings });
      return;
    }
    case "checked": {
      const { recognition, remarks: warnings, verdict } = outcome;
      for (const [key, issues] of verdict.issues) {
        const isRefused = issues.some((issue) => issue.severity === "error");
        await updateRowVerdict(tx, id, {
          ...placeOf(key),
          outcome: isRefused ? "quarantined" : null,
          issues,
        });
      }
      for (const key of verdict.duplicates.keys())
        await updateRowVerdict(tx, id, { ...placeOf(key), outcome: "duplicate", issues: [] });
      // A file may be read again, by other columns or words: what people mended in it before still stands.
      const mended = await listMends(tx, id);
      if (mended.length > 0) await restateRows(step, { ...batch, state: "checked", recognition }, mended);
      await updateBatch(tx, id, { state: "checked", recognition, warnings, counts: await countRows(tx, id) });
    }
  }
}

/** Rows go in by the hundred; blank rows keep no content, all others stay as they came, sealed. */
function rowWriter({ app, tx, actor }: Step, batch: ImportFacts) {
  let waiting: NewRow[] = [];
  let done = 0;
  const flush = async () => {
    await insertRows(tx, batch, waiting);
    waiting = [];
  };
  const add = async ({ row, outcome, values, issues }: CheckedFileRow) => {
    const seal = (content: unknown, column: "raw" | "clean") =>
      app.keys.seal(JSON.stringify(content), rowSealPlace(batch.id, row, column));
    waiting.push({
      sheet: row.sheet,
      row: row.row,
      outcome,
      rawSealed: outcome === "blank" ? null : seal(row.cells, "raw"),
      cleanSealed: values === null ? null : seal(values, "clean"),
      issues,
    });
    done += 1;
    if (waiting.length >= rowsPerInsert) await flush();
    // In a transaction of its own, so that the page that waits sees it before this one ends.
    if (done % progressEvery === 0)
      await beside(() =>
        onBehalfOf(app, asUploader(actor), (other) =>
          updateProgress(other.tx, batch.id, { stage: "checking", done, total: null }),
        ),
      );
  };
  return { add, flush };
}
