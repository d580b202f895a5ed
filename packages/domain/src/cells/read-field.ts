import { holdsIdentityNumber, readPersonCode, readPhone, readSex } from "#identity";
import { readOccupation } from "#occupations";
import { cleanText } from "./clean-text.ts";
import { fieldKinds, type FieldName, type ValueKind } from "#intake";
import { readAmountField, readCountField, readMonthField } from "./read-amount-field.ts";
import { readDateField, readPlaceAndDate } from "./read-date-field.ts";
import { readDecile } from "./read-decile.ts";
import { readResult } from "./read-result.ts";
import {
  readFamilyCardField,
  readHeadNikField,
  readKpjField,
  readNikField,
  readNipField,
} from "./read-identity.ts";
import { readNameField } from "./read-name.ts";
import { readVillageField } from "./read-village.ts";
import { askWord, askWork, keepWord } from "./read-word-field.ts";
import { readMemberStatus, readProgrammes, readSegment, readServantStatus } from "./read-words.ts";
import { isDash, isNeeded, isRequired, keep, keepAs, remark, shownWord } from "./row-draft.ts";
import type { FieldCell, RowDraft } from "./row-draft.ts";
import { isSpreadsheetError } from "./spreadsheet-error.ts";

/** Characters in a cell, as in `/api/limits`. */
const LONGEST_CELL = 1_000;

type FieldReader = (draft: RowDraft, at: FieldCell, text: string) => void;

const readers: Readonly<Record<ValueKind, FieldReader>> = {
  nik: readNikField,
  "head-nik": readHeadNikField,
  "family-card": readFamilyCardField,
  nip: readNipField,
  kpj: readKpjField,
  code: readCode,
  phone: readPhoneField,
  name: readNameField,
  text: readText,
  date: readDateField,
  "place-date": readPlaceAndDate,
  sex: readSexField,
  "sex-tick": readTick,
  occupation: readOccupationField,
  amount: readAmountField,
  count: readCountField,
  decile: readDecileField,
  "yes-no": readYesNo,
  month: readMonthField,
  village: readVillageField,
  "member-status": (draft, at, text) => keepWord(draft, at, text, readMemberStatus(text)),
  "member-segment": (draft, at, text) => keepWord(draft, at, text, readSegment(text)),
  result: readResultField,
  "servant-status": (draft, at, text) => keepWord(draft, at, text, readServantStatus(text)),
  programmes: (draft, at, text) => keepWord(draft, at, text, readProgrammes(text)),
  // Read by `checkRow`, which holds it against the name; it is not stored.
  "life-status": () => undefined,
  "row-number": () => undefined,
};

/** Kinds in which a formula may hide a wrong or changing value. */
const exactKinds: ReadonlySet<ValueKind> = new Set([
  "nik",
  "head-nik",
  "family-card",
  "nip",
  "kpj",
  "phone",
  "date",
  "place-date",
  "amount",
  "count",
  "month",
]);
const numberKinds: ReadonlySet<ValueKind> = new Set(["nik", "head-nik", "family-card", "nip", "kpj"]);
/** Free remarks may name numbers of papers; they are never stored as facts of a person. */
const remarkFields: ReadonlySet<FieldName> = new Set(["note", "reason", "decree"]);

/** Reads one cell as its field, into the draft's values or its remarks. */
export function readField(draft: RowDraft, at: FieldCell): void {
  const { field, cell } = at;
  const kind = fieldKinds[field];
  if (cell.text.trim() === "" && cell.kind !== "formula") return;
  if (cell.kind === "error" || isSpreadsheetError(cell.text)) return refuseError(draft, at);
  if (cell.kind === "formula" && exactKinds.has(kind)) return remark(draft, "E-FORMULA", at, { field });
  if (cell.kind === "formula") remark(draft, "W-FORMULA", at, { field });
  const isNumeric = cell.kind === "number" || cell.kind === "date";
  if (isNumeric && numberKinds.has(kind) && !isZero(cell.text)) return remark(draft, "E-NUM", at, { field });
  if (cell.text.length > LONGEST_CELL) {
    return remark(draft, "E-LEN", at, { field, length: cell.text.length, limit: LONGEST_CELL });
  }
  const { text, wasCleaned } = cleanText(cell.text);
  if (wasCleaned) remark(draft, "I-CLEAN", at, { field });
  if (text !== "") readers[kind](draft, at, text);
}

/** A failed formula says nothing: what the row needs is missing, anything else is left out. */
function refuseError(draft: RowDraft, at: FieldCell): void {
  const { field, cell } = at;
  const code = isNeeded(draft, field) ? "E-CELL" : "W-CELL";
  remark(draft, code, at, { field, value: shownWord(cell.text) });
}

/** A zero typed into the box says that there is no number; nothing was lost by storing it as one. */
function isZero(text: string): boolean {
  return /^0+$/.test(text.trim());
}

/** A number of somebody in a column of words is no word; it would stand there for everybody to read. */
function readText(draft: RowDraft, at: FieldCell, text: string): void {
  const { field } = at;
  if (isDash(text)) return;
  if (holdsIdentityNumber(text) && !remarkFields.has(field))
    remark(draft, isRequired(draft, field) ? "E-WORD" : "W-WORD", at, { field, value: shownWord(text) });
  else keepAs(draft, field, text);
}

/** The words stay as they were written; what they mean is asked once where no rule knows. Registries say it for nobody to judge. */
function readOccupationField(draft: RowDraft, at: FieldCell, text: string): void {
  readText(draft, at, text);
  const { occupation } = draft.values;
  if (draft.kind !== "village-list" || occupation === undefined) return;
  const said = (words: string) => draft.context.readMeaning?.("occupation", words);
  const { group, suggests } = readOccupation(occupation, said);
  if (group === "unknown") askWork(draft, at, occupation, suggests);
}

function readCode(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text)) return;
  if (at.cell.kind === "number") remark(draft, "W-NUM", at, { field: at.field });
  if (at.field !== "personCode") return keepAs(draft, at.field, text);
  const reading = readPersonCode(text);
  if (reading.status === "wajar") keep(draft, "personCode", reading.code);
  else
    remark(draft, isRequired(draft, "personCode") ? "E-WORD" : "W-WORD", at, {
      field: at.field,
      value: shownWord(text),
    });
}

function readPhoneField(draft: RowDraft, at: FieldCell, text: string): void {
  const reading = readPhone(text);
  if (reading.status === "format-salah") return remark(draft, "W-PHONE", at, { reason: "shape" });
  if (reading.status === "kosong") return;
  keep(draft, "phone", reading.phone);
  if (at.cell.kind === "number") remark(draft, "W-NUM", at, { field: at.field });
  if (reading.others > 0) remark(draft, "W-PHONE", at, { reason: "several" });
}

/** The whole column may say that a word means something else here; where nobody can say, the NIK of the row may. */
function readSexField(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text)) return;
  const word = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const inColumn = draft.context.columns?.sexWords[word];
  const usual = inColumn ?? readSex(text.replace(/2$/, text.trim().length > 1 ? "" : "2"));
  const sex = inColumn === null ? draft.nikParts?.sex : usual;
  if (sex === undefined) remark(draft, "E-SEX", at, { value: shownWord(text) });
  else keep(draft, "sex", sex);
}

/** A mark in the column of men or of women; marks in both say nothing. */
function readTick(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text) || /^(0|tidak)$/i.test(text)) return;
  const sex = at.field === "maleTick" ? "male" : "female";
  if (draft.values.sex !== undefined && draft.values.sex !== sex)
    remark(draft, "E-SEX", at, { value: "both" });
  else keep(draft, "sex", sex);
}

/** National extracts write 1 for yes and 2 for no; offices write words. */
function readYesNo(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text)) return;
  const word = text.trim().toLowerCase();
  if (/^(1|y|ya|iya|yes|true|benar|ada|v|x|√|✓|✔|penerima|menerima|aktif)$/.test(word))
    keepAs(draft, at.field, true);
  else if (/^(0|2|t|n|tidak|tdk|tak|bukan|no|false|tidak ada|bukan penerima|tidak menerima)$/.test(word))
    keepAs(draft, at.field, false);
  else remark(draft, "W-WORD", at, { field: at.field, value: shownWord(text) });
}

/** A span stays a span; a file that says there is none leaves the person without one, with a remark. */
function readDecileField(draft: RowDraft, at: FieldCell, text: string): void {
  const value = shownWord(at.cell.text);
  const reading = at.cell.kind === "date" ? ({ status: "unreadable" } as const) : readDecile(text);
  if (reading.status === "unreadable") return remark(draft, "E-DECILE", at, { value });
  if (reading.status === "unknown") return remark(draft, "W-DECILE", at, { reason: "none", value });
  if (reading.from === reading.to) return keep(draft, "decile", reading.from);
  Object.assign(draft.values, { decileFrom: reading.from, decileTo: reading.to });
  remark(draft, "W-DECILE", at, { reason: "span", value });
}

/** A refusal said in one sentence is its own reason, where no column gives another. */
function readResultField(draft: RowDraft, at: FieldCell, text: string): void {
  const reading = readResult(text);
  if (reading.status === "unclear") return askWord(draft, at, text, reading.suggests);
  keep(draft, "result", reading.result);
  if (reading.result === "rejected" && text.includes(" ")) draft.saidReason = text;
}
