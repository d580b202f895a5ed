import type { TableRecognition } from "@tuwai/domain/intake";
import type { ImportBatch, ImportFacts, ImportState, Progress, Refusal, RowCounts } from "./import-batch.ts";

type Found = {
  readonly refusal: Refusal | null;
  readonly recognition: TableRecognition | null;
  readonly counts: RowCounts | null;
  readonly progress: Progress | null;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
};

/** A batch as the table holds it: what was once found stays in its column, also in states that no longer mean it. */
export type BatchRow = ImportFacts & Found & { readonly state: ImportState };

const nothing: Found = {
  refusal: null,
  recognition: null,
  counts: null,
  progress: null,
  appliedAt: null,
  undoneAt: null,
};

const checked = (row: BatchRow) => ({
  recognition: known(row, "recognition"),
  counts: known(row, "counts"),
});
const applied = (row: BatchRow) => ({ ...checked(row), appliedAt: known(row, "appliedAt") });

const foundIn: Readonly<Record<ImportState, (row: BatchRow) => Partial<Found>>> = {
  received: ({ recognition, progress }) => ({ recognition, progress }),
  refused: (row) => ({ refusal: known(row, "refusal") }),
  "needs-mapping": (row) => ({ recognition: known(row, "recognition") }),
  checked,
  "awaiting-approval": checked,
  applying: (row) => ({ ...checked(row), progress: row.progress }),
  applied,
  undone: (row) => ({ ...applied(row), undoneAt: known(row, "undoneAt") }),
  discarded: ({ refusal, recognition, counts }) => ({ refusal, recognition, counts }),
};

/** The batch with what its state has; throws when the table lacks it. */
export function toBatch(row: BatchRow): ImportBatch {
  return { ...row, ...nothing, ...foundIn[row.state](row) } as ImportBatch;
}

function known<Name extends keyof Found>(row: BatchRow, name: Name): NonNullable<BatchRow[Name]> {
  const value = row[name];
  if (value === null || value === undefined)
    throw new Error(`import ${row.code} is ${row.state} without ${name}`);
  return value;
}
