import { AppError } from "#app";
import { change, type Operation } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { followAdvance } from "./follow-advance.ts";
import { requireBatch } from "./require-batch.ts";

type Input = Operation & {
  readonly batchId: string;
  readonly version?: number;
  /** By their names. */
  readonly sheets: readonly string[];
};

/** A person says which sheets of a workbook hold the list; the file is then read anew. Throws `invalid-input` for none, and for a name that the file has not. */
export const chooseSheets = change(
  { name: "import.choose-sheets", permission: "import.upload" },
  async (step, input: Input): Promise<void> => {
    const batch = await requireBatch(step, input, "needs-mapping", "checked");
    const { id, recognition } = batch;
    const names = new Set(recognition.sheetScores.map(({ name }) => name));
    const { sheets } = input;
    if (sheets.length === 0 || sheets.some((name) => !names.has(name)))
      throw new AppError("invalid-input", { field: "sheets", reason: "unknown-sheet" });
    await updateBatch(step.tx, id, {
      state: "received",
      sheets,
      recognition: { ...recognition, isReady: false },
    });
    await step.audit({ objectType: "import", objectId: id, details: { sheets: sheets.length } });
    await followAdvance(step, batch);
  },
);
