import { readPersonCode, readPhone, readSex } from "#identity";
import { cleanText } from "./clean-text.ts";
import {
  fieldKinds,
  importFields,
  isMeaningField,
  valueMeanings,
  wordKey,
  type FieldName,
  type ValueKind,
} from "#intake";
import type { ImportedRow } from "#intake";
import { readMonth } from "./month-names.ts";
import { readAmount } from "./read-amount.ts";
import { readDate } from "./read-date.ts";
import { readFamilyCardField, readKpjField, readNikField, readNipField } from "./read-identity.ts";
import { readVillageField } from "./read-village.ts";
import { readDecile } from "./read-decile.ts";
import { readResult } from "./read-result.ts";
import { readMemberStatus, readProgrammes, readSegment, readServantStatus } from "./read-words.ts";
import { remark, shownPhrase, shownWord, type FieldCell, type RowDraft } from "./row-draft.ts";

/** Characters in a cell, as in `/api/limits`. */
const LONGEST_CELL = 1_000;

type FieldReader = (draft: RowDraft, at: FieldCell, text: string) => void;

const readers: Readonly<Record<ValueKind, FieldReader>> = {
  nik: readNikField,
  "family-card": readFamilyCardField,
  nip: readNipField,
  kpj: readKpjField,
  code: readCode,
  phone: readPhoneField,
  name: readName,
  text: readText,
  date: readDateField,
  "place-date": readPlaceAndDate,
  sex: readSexField,
  "sex-tick": readTick,
  amount: readAmountField,
  decile: readDecileField,
  month: readMonthField,
  village: readVillageField,
  "member-status": (draft, at, text) => keepWord(draft, at, text, readMemberStatus(text)),
  "member-segment": (draft, at, text) => keepWord(draft, at, text, readSegment(text)),
  result: readResultField,
  "servant-status": (draft, at, text) => keepWord(draft, at, text, readServantStatus(text)),
  programmes: (draft, at, text) => keepWord(draft, at, text, readProgrammes(text)),
  "row-number": () => undefined,
};

/** Kinds in which a formula may hide a wrong or changing value. */
const exactKinds: ReadonlySet<ValueKind> = new Set([
  "nik",
  "family-card",
  "nip",
  "kpj",
  "phone",
  "date",
  "place-date",
  "amount",
  "month",
]);
const numberKinds: ReadonlySet<ValueKind> = new Set(["nik", "family-card", "nip", "kpj"]);

/** Reads one cell as its field, into the draft's values or its remarks. */
export function readField(draft: RowDraft, at: FieldCell): void {
  const { field, cell } = at;
  const kind = fieldKinds[field];
  if (cell.text.trim() === "" && cell.kind !== "formula") return;
  if (cell.kind === "error") return remark(draft, "E-CELL", at, { field, value: shownWord(cell.text) });
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

/** A zero typed into the box says that there is no number; nothing was lost by storing it as one. */
function isZero(text: string): boolean {
  return /^0+$/.test(text.trim());
}

function keep<F extends keyof ImportedRow>(draft: RowDraft, field: F, value: ImportedRow[F]): void {
  draft.values[field] ??= value;
}

/** Fields are named like the values they fill; the few that fill others have readers of their own. */
function keepAs(draft: RowDraft, field: FieldName, value: unknown): void {
  Object.assign(draft.values, { [field]: value });
}

function isRequired(draft: RowDraft, field: FieldName): boolean {
  return importFields[draft.kind].rowNeeds.some((group) => group.includes(field));
}

function isDash(text: string): boolean {
  return /^[-–—_.?]+$/.test(text);
}

function readText(draft: RowDraft, { field }: FieldCell, text: string): void {
  if (!isDash(text)) keepAs(draft, field, text);
}

function readName(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text)) return;
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  const reason = letters < 2 ? "no-letters" : /\d{4,}/.test(text) ? "digits" : null;
  if (reason === null) keepAs(draft, at.field, text);
  else if (isRequired(draft, at.field)) remark(draft, "E-NAME", at, { reason });
  else remark(draft, "W-WORD", at, { field: at.field });
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

function readSexField(draft: RowDraft, at: FieldCell, text: string): void {
  const sex = readSex(text.replace(/2$/, text.trim().length > 1 ? "" : "2"));
  if (sex !== undefined) keep(draft, "sex", sex);
  else if (!isDash(text)) remark(draft, "E-SEX", at, { value: shownWord(text) });
}

/** A mark in the column of men or of women; marks in both say nothing. */
function readTick(draft: RowDraft, at: FieldCell, text: string): void {
  if (isDash(text) || /^(0|tidak)$/i.test(text)) return;
  const sex = at.field === "maleTick" ? "male" : "female";
  if (draft.values.sex !== undefined && draft.values.sex !== sex)
    remark(draft, "E-SEX", at, { value: "both" });
  else keep(draft, "sex", sex);
}

function readDateField(draft: RowDraft, at: FieldCell, text: string): void {
  const { field, cell } = at;
  const isBirthDate = field === "birthDate" || field === "birthPlaceDate";
  const reading = readDate(
    { text, kind: cell.kind },
    {
      today: draft.context.today,
      inNik: isBirthDate ? draft.nikParts?.birthDate : undefined,
      isBirthDate,
      mayBeFuture: field === "retiresOn" || field === "resultOn",
    },
  );
  if (reading.status === "empty") return;
  if (reading.status === "future") return remark(draft, "E-DATE-FUTURE", at, { field });
  if (reading.status === "unreadable") return remark(draft, "E-DATE", at, { field, reason: reading.reason });
  keepAs(draft, isBirthDate ? "birthDate" : field, reading.date);
  if (reading.doubt !== null)
    remark(draft, "W-DATE", at, { field, reason: reading.doubt, reading: reading.date });
}

/** "Pariaman, 3 Mei 1980": the place up to the first digit, the date from there. */
function readPlaceAndDate(draft: RowDraft, at: FieldCell, text: string): void {
  const match = /^([^\d]*?)[\s,/.:-]*(\d.*)?$/u.exec(text);
  const place = match?.[1]?.trim() ?? "";
  if (place !== "" && !isDash(place)) keep(draft, "birthPlace", place);
  if (match?.[2] !== undefined && draft.values.birthDate === undefined) readDateField(draft, at, match[2]);
}

function readAmountField(draft: RowDraft, at: FieldCell, text: string): void {
  const isFraction = at.cell.kind === "number" && /[.]/.test(text);
  const reading = isFraction ? ({ status: "unreadable", reason: "fraction" } as const) : readAmount(text);
  if (reading.status === "read") keepAs(draft, at.field, reading.amount);
  if (reading.status === "read" && reading.grouping !== null && at.field === "amount")
    draft.grouping = reading.grouping;
  if (reading.status === "unreadable")
    remark(draft, "E-AMOUNT", at, { field: at.field, reason: reading.reason });
}

function readMonthField(draft: RowDraft, at: FieldCell, text: string): void {
  const month = readMonth(text);
  if (month !== undefined) keepAs(draft, at.field, month);
  else if (!isDash(text))
    remark(draft, isRequired(draft, at.field) ? "E-MONTH" : "W-WORD", at, { field: at.field });
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
  if (reading.result === "rejected" && text.includes(" ")) keep(draft, "reason", text);
}

/**
 * A word with a closed list of meanings. One that no rule knows means what a person said of it earlier; one that nobody was
 * asked about stops the row only where the field is required.
 */
function keepWord(draft: RowDraft, at: FieldCell, text: string, meaning: unknown): void {
  if (meaning === undefined) askWord(draft, at, text);
  else keepAs(draft, at.field, meaning);
}

function askWord(draft: RowDraft, at: FieldCell, text: string, suggests?: string): void {
  const { field } = at;
  const said = saidMeaning(draft, field, text);
  if (said !== undefined) return keepAs(draft, field, said);
  if (isDash(text)) return;
  const word = isMeaningField(field) ? { word: shownPhrase(wordKey(text)) } : {};
  const leaning = suggests === undefined ? {} : { suggests };
  const code = isRequired(draft, field) ? "E-WORD" : "W-WORD";
  remark(draft, code, at, { field, value: shownWord(text), ...word, ...leaning });
}

/** What stands in the city's memory, if it is still one of the meanings of the field. */
function saidMeaning({ context }: RowDraft, field: FieldName, text: string): string | undefined {
  if (!isMeaningField(field)) return undefined;
  const said = context.readMeaning?.(field, text);
  return valueMeanings[field].find((meaning) => meaning === said);
}
