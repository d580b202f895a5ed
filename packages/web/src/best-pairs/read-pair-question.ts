import type { PairQuestion } from "@tuwai/server/best-pairs";
import { bestPairsTexts } from "#language/best-pairs.ts";
import type { Language } from "#language/language.ts";
import { formText } from "#shell";
import type { FormErrors } from "#ui";

type Read = { readonly pairQuestion: PairQuestion } | { readonly errors: FormErrors };

/** Weights and limits as they were typed, or a sentence for each field that is none. */
export function readPairQuestion(form: FormData, language: Language): Read {
  const { errors: words } = bestPairsTexts[language].form;
  const errors: Record<string, string> = {};
  const whole = (name: string, says: string, [from, to]: readonly [number, number]): number => {
    const text = formText(form, name);
    const value = /^\d{1,4}$/.test(text) ? Number(text) : -1;
    if (value < from || value > to) errors[name] = says;
    return value;
  };
  const weights = {
    priority: whole("mendesak", words.priority, [0, 1000]),
    wishes: whole("keinginan", words.wishes, [0, 1000]),
    near: whole("dekat", words.near, [0, 1000]),
  };
  const most = formText(form, "paling");
  const mostPerSponsor = most === "" ? null : whole("paling", words.mostPerSponsor, [1, 100]);
  if (Object.keys(errors).length > 0) return { errors };
  return { pairQuestion: { weights, mostPerSponsor, onlyUrgent: formText(form, "hanya") === "mendesak" } };
}
