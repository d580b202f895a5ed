export type { AcceptedRow, Applier, ApplyingBatch, ImportStep, RowOutcome, UndoOutcome } from "./applier.ts";
