import { monthOf, type Month, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { type BatchSums, stampOf, sumLines } from "@tuwai/domain/payroll";
import { asSystem } from "#database";
import { pageOf, type PageOf, read } from "#use-case";
import {
  type Batch,
  countBatchRows,
  type ListedBatch,
  listBatchRows,
  listLines,
  type StoredLine,
} from "./batch.store.ts";
import { type GivenFile, listFiles } from "./file.store.ts";
import { type DueOffice, listDueOffices } from "./promised.view.ts";
import { type BatchName, requireBatch } from "./require-batch.ts";
import { type Expectation, findExpectation, findResult, type Result } from "./result.store.ts";
import { listTemplates, type PayrollTemplate } from "./template.store.ts";

export type ShownBatch = Omit<Batch, "id" | "preparedBy" | "decidedBy"> & {
  readonly stamp: string;
  /** Whoever reads has drawn it up, and so cannot approve it. */
  readonly isOwn: boolean;
  readonly sums: BatchSums;
  readonly lines: readonly StoredLine[];
  readonly files: readonly GivenFile[];
  readonly template: PayrollTemplate | null;
  readonly expectation: Expectation | null;
  readonly result: Omit<Result, "id" | "batchId" | "entryId"> | null;
};

/** A batch with its rows: amounts, changes against the month before, files given out, and the result. */
export const getBatch = read(
  { purpose: "payroll-read", permission: "deduction_batch.read" },
  async (step, input: BatchName): Promise<ShownBatch> => {
    const { tx, actor } = step;
    const { id, preparedBy, decidedBy: _decidedBy, ...batch } = await requireBatch(step, input);
    const lines = await listLines(tx, { id, version: batch.version });
    const found = await findResult(tx, id);
    const [template = null] = await listTemplates(tx, batch.office);
    return {
      ...batch,
      stamp: stampOf(batch),
      isOwn: preparedBy === actor.userId,
      sums: sumLines(lines),
      lines,
      files: await listFiles(tx, id),
      template,
      expectation: (await findExpectation(tx, { id, version: batch.version })) ?? null,
      result: found === undefined ? null : shownResult(found),
    };
  },
);

function shownResult({
  office,
  version,
  fileName,
  fileHash,
  mandates,
  rupiah,
  readAt,
}: Result): ShownBatch["result"] {
  return { office, version, fileName, fileHash, mandates, rupiah, readAt };
}

export type BatchList = PageOf<ListedBatch>;

/** Batches, the newest month first; a treasurer sees the own office's. */
export const listBatches = read(
  { purpose: "payroll-list", permission: "deduction_batch.read" },
  async (
    { tx, area },
    input: { readonly page?: number; readonly month?: string; readonly office?: string } | undefined = {},
  ): Promise<BatchList> => {
    const choice = {
      area,
      month: parseMonth(input.month ?? "") ?? null,
      office: area.opd ?? input.office ?? null,
    };
    return pageOf(
      { page: input.page, size: 50 },
      () => countBatchRows(tx, choice),
      (part) => listBatchRows(tx, choice, part),
    );
  },
);

export type DueMonth = { readonly month: Month; readonly offices: readonly DueOffice[] };

/** Offices of which something is to be taken this month and next, and whether a batch takes it. */
export const listDue = read(
  { purpose: "payroll-due", permission: "deduction_batch.prepare" },
  async ({ app, today }): Promise<readonly DueMonth[]> => {
    const months = [monthOf(today), shiftMonth(monthOf(today), 1)];
    return asSystem(app, async (tx) => {
      const due: DueMonth[] = [];
      for (const month of months) due.push({ month, offices: await listDueOffices(tx, { month }) });
      return due;
    });
  },
);
