import { valueMeanings, wordKey } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { rememberMeaning } from "#meanings";
import { change, type Operation } from "#use-case";
import { listWrittenWork } from "./unknown-work.view.ts";

export type WorkMeaning = Operation & { readonly text: string; readonly meaning: string };
export type WorkMeaningOutcome =
  | { readonly outcome: "explained" }
  | { readonly outcome: "refused"; readonly reasons: readonly ["not-written-here"] };

/**
 * What a word for work means, said once and remembered for the city: everybody whose work is written so is read and judged
 * anew, with the sector that the price needs. A village speaks of words that its own people carry, and of no others.
 * Throws `invalid-input` for a meaning or a word that is none.
 */
export const explainWork = change(
  { name: "work-words.explain", permission: "worker.update" },
  async (step, { text, meaning }: WorkMeaning): Promise<WorkMeaningOutcome> => {
    if (!valueMeanings.occupation.some((known) => known === meaning))
      throw new AppError("invalid-input", { field: "meaning", reason: "unknown" });
    const written = await listWrittenWork(step.tx, step.area);
    if (!written.some((other) => wordKey(other) === wordKey(text)))
      return step.unchanged({ outcome: "refused", reasons: ["not-written-here"] });
    await rememberMeaning(step, { field: "occupation", text, meaning });
    await step.follow("people.reread-work", {});
    await step.audit({ objectType: "meaning", objectId: "occupation", details: { meaning } });
    return { outcome: "explained" };
  },
);
