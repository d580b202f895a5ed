import { isDash, isRequired, keepAs, remark, shownWord } from "./row-draft.ts";
import type { FieldCell, RowDraft } from "./row-draft.ts";

/** "1. Syafril", "2) Yusmaniar", "03 Mursal": the running number of the list, not of the name. */
const RUNNING_NUMBER = /^\(?\d{1,4}\s*[.)\]:\-–]+\s*(?=\p{L})|^\d{1,4}\s+(?=\p{L})/u;
/** Signs that stand between two people and in no single name. */
const TWO_PEOPLE = /\p{L}\s*[&/+;]\s*\p{L}|\p{L}\s+dan\s+\p{L}/iu;

export function readNameField(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text)) return;
  const name = text.replace(RUNNING_NUMBER, "");
  const reason = faultOf(name);
  if (reason === null) {
    if (name !== text) remark(draft, "I-CLEAN", at, { field: at.field });
    return keepAs(draft, at.field, name);
  }
  if (isRequired(draft, at.field)) remark(draft, "E-NAME", at, { reason });
  else remark(draft, "W-WORD", at, { field: at.field, value: shownWord(text) });
}

function faultOf(name: string): "no-letters" | "digits" | "several" | null {
  if (name.replace(/[^\p{L}]/gu, "").length < 2) return "no-letters";
  if (/\d{4,}/.test(name)) return "digits";
  return TWO_PEOPLE.test(name.replace(/\b[a-z]\/[a-z]\b/gi, "")) ? "several" : null;
}
