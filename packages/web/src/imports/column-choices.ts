import { importFields, type FieldName, type ImportKind } from "@tuwai/domain/intake";
import { importStepTexts } from "#language/import-steps.ts";
import type { Language } from "#language/language.ts";
import type { FormErrors } from "#ui";
import { fieldWords } from "./say-issue.ts";

type Choice = { readonly column: number; readonly field: FieldName | null };

/** What still stands in the way of a choice of columns: two for one field, or a required field without any. */
export function findColumnProblems(
  language: Language,
  kind: ImportKind,
  choices: readonly Choice[],
): FormErrors {
  const t = importStepTexts[language].columns;
  const used = choices.flatMap(({ field }) => field ?? []);
  const rivals = choices.filter(
    ({ column, field }) =>
      field !== null && choices.some((other) => other.column !== column && other.field === field),
  );
  const lacking = importFields[kind].required.filter((anyOf) => !anyOf.some((field) => used.includes(field)));
  return {
    ...(lacking.length === 0
      ? {}
      : { "": t.lacks(lacking.map((anyOf) => fieldWords(language, anyOf)).join(", ")) }),
    ...Object.fromEntries(
      rivals.map(({ column, field }) => [`kolom-${column}`, t.conflict(fieldWords(language, field))]),
    ),
  };
}

/** 1 is A, 27 is AA: as a spreadsheet names its columns. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
