import type { BatchIn, ImportBatch, ImportState } from "@tuwai/server/imports";

/** The part of the address behind `/impor/:kode`; "" is the page that waits. */
export type ImportStep = "" | "kolom" | "periksa" | "tinjau" | "selesai";

const steps = {
  received: [""],
  refused: [""],
  discarded: [""],
  "needs-mapping": ["kolom"],
  checked: ["periksa", "tinjau", "kolom"],
  "awaiting-approval": ["tinjau", "periksa"],
  applying: ["", "periksa"],
  applied: ["selesai", "periksa", "tinjau"],
  undone: ["selesai"],
} as const satisfies Readonly<Record<ImportState, readonly ImportStep[]>>;

type StateAt<Step extends ImportStep> = {
  [State in ImportState]: Step extends (typeof steps)[State][number] ? State : never;
}[ImportState];

/** A batch as it can be when it is looked at in a step. */
export type BatchAt<Step extends ImportStep> = BatchIn<StateAt<Step>>;

/** Where a batch in a state can be looked at; the first is where one is sent. */
export function stepsAllowed(state: ImportState): readonly ImportStep[] {
  return steps[state];
}

export function isAt<Step extends ImportStep>(
  batch: ImportBatch,
  step: Step,
): batch is BatchAt<Step> & ImportBatch {
  return stepsAllowed(batch.state).includes(step);
}
