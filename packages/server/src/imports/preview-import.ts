import type { ImportedRow } from "@tuwai/domain/intake";
import { pageOf, type PageOf, read } from "#use-case";
import { findBatch } from "./batch.store.ts";
import { requireRead } from "./import-batch.ts";
import { countRowViews, listUnderstoodRows } from "./row.store.ts";
import { openValues } from "./sealed-row.ts";

const size = 1_000;

export type PreviewRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly values: ImportedRow;
  readonly codes: readonly string[];
};

type Input = { readonly batchId: string; readonly page?: number };

/** What every row of a file was understood as. Names and numbers are opened for whoever uploaded it and for nobody else. */
export const previewImport = read(
  { purpose: "import-preview", permission: "import.upload" },
  async (step, { batchId, page }: Input): Promise<PageOf<PreviewRow>> => {
    const { app, tx, actor } = step;
    const batch = requireRead(step, await findBatch(tx, batchId));
    const mayOpen = batch.uploadedBy === actor.userId;
    const found = await pageOf(
      { page, size },
      () => countRowViews(tx, batch.id, {}),
      (part) => listUnderstoodRows(tx, batch.id, part),
    );
    const rows = found.rows.map(({ sheet, row, outcome, issues, cleanSealed }) => ({
      sheet,
      row,
      outcome,
      values: cleanSealed === null || !mayOpen ? {} : openValues(app, batch.id, { sheet, row }, cleanSealed),
      codes: issues.map(({ code }) => code),
    }));
    return { ...found, rows };
  },
);
