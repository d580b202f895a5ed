import type { correctionTexts } from "#language/corrections.ts";
import type { Texts } from "#language/language.ts";
import type { FieldOf } from "./field-names.ts";

type Words = Texts<typeof correctionTexts.id>;

/** The answers of a field that is chosen, not typed, by their codes; undefined for all others. */
export function choicesOf(t: Words, field: FieldOf): Readonly<Record<string, string>> | undefined {
  if (field === "sex") return t.sexes;
  if (field === "illness") return t.illnesses;
  return undefined;
}

/** What is said beneath a field before anything is known. */
export function hintOf(t: Words, field: FieldOf): string | undefined {
  if (field === "birthDate") return t.hints.date;
  if (field === "illness") return t.hints.illness;
  return field === "birthPlace" || field === "motherName" ? t.hints.bpjs : undefined;
}
