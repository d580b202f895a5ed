import type { ShownReason } from "@tuwai/server/eligibility";
import { formatDate } from "#language/format.ts";
import type { Language, Texts } from "#language/language.ts";
import type { eligibilityTexts } from "#language/eligibility.ts";

type Words = Texts<typeof eligibilityTexts.id>;

/** One reason of a judgement in words, with its value where the value helps. */
export function reasonWords(t: Words, language: Language, reason: ShownReason): string {
  const { code, age, from, below, on, fact } = reason;
  if (code === "too-young" && typeof age === "number" && typeof from === "number")
    return t.values.tooYoung(age, from);
  if (code === "too-old" && typeof age === "number" && typeof below === "number")
    return t.values.tooOld(age, below);
  if (code === "died" && typeof on === "string") return t.values.died(formatDate(language, on));
  return codeWords(t, code, typeof fact === "string" ? fact : null);
}

/** The words of a code as it stands in counts and in lists: a reason, `fact-missing:<fact>`, or a village's own reason. */
export function codeWords(t: Words, code: string, fact: string | null = null): string {
  if (code === "not-judged") return t.notJudged;
  const [kind = code, missing] = code.split(":");
  if (kind === "fact-missing") return wordsIn(t.facts, fact ?? missing ?? "") ?? code;
  return wordsIn(t.reasons, code) ?? wordsIn(t.exclusions, code) ?? code;
}

function wordsIn(words: object, code: string): string | undefined {
  return Object.hasOwn(words, code) ? (words as Record<string, string>)[code] : undefined;
}
