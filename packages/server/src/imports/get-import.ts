import { read } from "#use-case";
import { findBatch } from "./batch.store.ts";
import { type ImportBatch, requireRead } from "./import-batch.ts";

/** One batch by id or code; unknown and out of scope are the same `not-found`. */
export const getImport = read(
  { purpose: "import-show", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<ImportBatch> =>
    requireRead(step, await findBatch(step.tx, batchId)),
);
