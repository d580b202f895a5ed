import type { ImportedRow, ImportKind } from "@tuwai/domain/intake";
import type { Step } from "#use-case";

export type ApplyingBatch = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
};

export type AcceptedRow = { readonly sheet: number; readonly row: number; readonly values: ImportedRow };

/** `recordId` names the source record made. A row may still be held back here, with its reason. */
export type RowOutcome =
  | { readonly outcome: "applied" | "unchanged"; readonly recordId?: string }
  | {
      readonly outcome: "quarantined" | "duplicate";
      readonly code: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

/** `refused` names what later work rests on the batch, e.g. `{ reason: "persons-enrolled", count: 3 }`. */
export type UndoOutcome =
  | { readonly outcome: "undone" }
  | { readonly outcome: "refused"; readonly reason: string; readonly count: number };

/** A step of the uploader with the batch it is about. */
export type ImportStep = Step & { readonly batch: ApplyingBatch };

/**
 * How one kind of file becomes facts. Both functions run inside a transaction of the uploader's own login, so that
 * row policies hold while rows are applied. `apply` gets up to 200 rows and answers one outcome per row, in order;
 * rows already applied are never given again, so it need not be idempotent over the same row.
 */
export type Applier = {
  readonly apply: (step: ImportStep, rows: readonly AcceptedRow[]) => Promise<readonly RowOutcome[]>;
  readonly undo: (step: ImportStep) => Promise<UndoOutcome>;
};
