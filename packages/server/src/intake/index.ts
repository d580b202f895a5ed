export type { AcceptedRow, Applier, ApplyingBatch, ImportStep, RowOutcome, UndoOutcome } from "./applier.ts";
export {
  importKindOf,
  type ImportKindOf,
  importKinds,
  kindsReadBy,
  kindsSentBy,
  requireSender,
} from "./import-kind.ts";
