import { isMeaningField, valueMeanings, wordKey, type FieldName } from "#intake";
import { isDash, isRequired, keepAs, remark, shownPhrase, shownWord } from "./row-draft.ts";
import type { FieldCell, RowDraft } from "./row-draft.ts";

/**
 * A word with a closed list of meanings. One that no rule knows means what a person said of it earlier; one that nobody was
 * asked about stops the row only where the field is required.
 */
export function keepWord(draft: RowDraft, at: FieldCell, text: string, meaning: unknown): void {
  if (meaning === undefined) askWord(draft, at, text);
  else keepAs(draft, at.field, meaning);
}

export function askWord(draft: RowDraft, at: FieldCell, text: string, suggests?: string): void {
  const { field } = at;
  const said = saidMeaning(draft, field, text);
  if (said !== undefined) return keepAs(draft, field, said);
  if (isDash(text)) return;
  const word = isMeaningField(field) ? { word: shownPhrase(wordKey(text)) } : {};
  const leaning = suggests === undefined ? {} : { suggests };
  const code = isRequired(draft, field) ? "E-WORD" : "W-WORD";
  remark(draft, code, at, { field, value: shownWord(text), ...word, ...leaning });
}

/** Work that nobody can place yet: the row comes in, and the word waits for somebody who knows it. */
export function askWork(draft: RowDraft, at: FieldCell, text: string, suggests?: string): void {
  const word = shownPhrase(wordKey(text));
  const leaning = suggests === undefined ? {} : { suggests };
  remark(draft, "W-WORK", at, { field: at.field, value: shownWord(text), word, ...leaning });
}

/** What stands in the city's memory, if it is still one of the meanings of the field. */
function saidMeaning({ context }: RowDraft, field: FieldName, text: string): string | undefined {
  if (!isMeaningField(field)) return undefined;
  const said = context.readMeaning?.(field, text);
  return valueMeanings[field].find((meaning) => meaning === said);
}
