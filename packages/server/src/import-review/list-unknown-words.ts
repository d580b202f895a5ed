import { findBatch, isOfSender, requireRead } from "#imports";
import { read } from "#use-case";
import { findUnknownWords, type UnknownWord } from "./unknown-word.view.ts";

/** The words of a checked file that wait for a meaning, at most 20; none for whoever is not of the sending office. */
export const listUnknownWords = read(
  { purpose: "import-unknown-words", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<readonly UnknownWord[]> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    const mayAnswer = batch.state === "checked" && isOfSender(step.actor, batch);
    return mayAnswer ? findUnknownWords(step.tx, batch.id) : [];
  },
);
