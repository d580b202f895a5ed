import type { ImportState } from "@tuwai/server/imports";

/** The part of the address behind `/impor/:kode`; "" is the page that waits. */
export type ImportStep = "" | "kolom" | "periksa" | "tinjau" | "selesai";

const steps: Readonly<Record<ImportState, readonly ImportStep[]>> = {
  received: [""],
  refused: [""],
  discarded: [""],
  "needs-mapping": ["kolom"],
  checked: ["periksa", "tinjau", "kolom"],
  "awaiting-approval": ["tinjau", "periksa"],
  applying: ["", "periksa"],
  applied: ["selesai", "periksa"],
  undone: ["selesai"],
};

/** Where a batch in a state can be looked at; the first is where one is sent. */
export function stepsAllowed(state: ImportState): readonly ImportStep[] {
  return steps[state];
}
