import { pageOf, type PageOf, read } from "#use-case";
import { findBatch } from "./batch.store.ts";
import { type ImportRowView, requireRead } from "./import-batch.ts";
import { countRowViews, listRowViews, type RowChoice } from "./row.store.ts";

const size = 50;

type Input = RowChoice & { readonly batchId: string; readonly page?: number };

/** Rows with their outcome and issues: codes only, no cell of the file. */
export const listImportRows = read(
  { purpose: "import-rows", permission: "import.read_report" },
  async (step, { batchId, page, ...choice }: Input): Promise<PageOf<ImportRowView>> => {
    const { tx } = step;
    const { id } = requireRead(step, await findBatch(tx, batchId));
    return pageOf(
      { page, size },
      () => countRowViews(tx, id, choice),
      (part) => listRowViews(tx, id, { ...choice, ...part }),
    );
  },
);
