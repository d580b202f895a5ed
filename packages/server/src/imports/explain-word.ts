import { importFields, isMeaningField, valueMeanings } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { requireSender } from "#intake";
import { rememberMeaning } from "#meanings";
import { change, type Operation } from "#use-case";
import { updateBatch } from "./batch.store.ts";
import { followAdvance } from "./follow-advance.ts";
import { requireBatch } from "./require-batch.ts";

type Input = Operation & {
  readonly batchId: string;
  readonly version: number;
  readonly field: string;
  /** The word as the check showed it, whole. */
  readonly text: string;
  readonly meaning: string;
};

/**
 * A person says what an unknown word of a file means. The city remembers it for every later file of the kind, and this file
 * is checked anew, so that all its rows with the word are read by it. Throws `invalid-input` for a meaning that the field
 * does not have, `conflict` when the file is saved already.
 */
export const explainWord = change(
  { name: "import.explain-word", permission: "import.upload" },
  async (step, { field, text, meaning, ...asked }: Input): Promise<{ readonly field: string }> => {
    const batch = await requireBatch(step, asked, "checked");
    const { id, kind } = batch;
    requireSender(step.app, step.actor, kind);
    const isKnown =
      isMeaningField(field) &&
      importFields[kind].fields.includes(field) &&
      valueMeanings[field].some((known) => known === meaning);
    if (!isKnown) throw new AppError("invalid-input", { field: "meaning", reason: "unknown" });
    await rememberMeaning(step, { field, text, meaning });
    await updateBatch(step.tx, id, { state: "received" });
    await followAdvance(step, batch);
    if (field === "occupation") await step.follow("people.reread-work", {});
    await step.audit({ objectType: "import", objectId: id, details: { field, meaning } });
    return { field };
  },
);
