import { valueMeanings } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { rememberMeaning } from "#meanings";
import { change, type Operation } from "#use-case";

export type WorkMeaning = Operation & { readonly text: string; readonly meaning: string };

/**
 * What a word for work means, said once and remembered for the city: everybody whose work is written so is read and judged
 * anew, with the sector that the price needs. Throws `invalid-input` for a meaning or a word that is none.
 */
export const explainWork = change(
  { name: "work-words.explain", permission: "worker.update" },
  async (step, { text, meaning }: WorkMeaning): Promise<{ readonly meaning: string }> => {
    if (!valueMeanings.occupation.some((known) => known === meaning))
      throw new AppError("invalid-input", { field: "meaning", reason: "unknown" });
    await rememberMeaning(step, { field: "occupation", text, meaning });
    await step.follow("people.reread-work", {});
    await step.audit({ objectType: "meaning", objectId: "occupation", details: { meaning } });
    return { meaning };
  },
);
