import { cleanDigits, compareWithNik } from "#identity";
import { ageOn, monthsBetween, shiftMonth } from "#time";
import { importFields, type FieldName, type ImportKind } from "#intake";
import { rowIssue } from "#intake";
import type { CheckContext, CheckedRow, ImportedRow, MappedRow } from "#intake";
import { readField } from "#cells";
import { remark, type FieldCell, type RowDraft } from "#cells";
import { readLifeName, readLifeNote, type LifeMark } from "./life-mark.ts";
import { judgePair } from "./swap-tally.ts";
import { writtenBirthDate } from "./survey-columns.ts";

/** Reads one row: typed clean values, and every problem it has, not only the first. */
export function checkRow(kind: ImportKind, row: MappedRow, context: CheckContext): CheckedRow {
  if (row.fault !== null) return { outcome: "refused", values: {}, issues: [rowIssue(row.fault, null)] };
  const draft: RowDraft = { kind, context, values: {}, issues: [], refused: new Set(), nikParts: undefined };
  for (const at of listFields(row)) readField(draft, at);
  keepReason(draft);
  checkMonths(draft, row);
  checkPresence(draft, row);
  checkExchange(draft, row);
  checkAgainstNik(draft, row);
  checkPerson(draft, row);
  if (row.extraColumns.length > 0) remark(draft, "W-EXTRA", null, { columns: row.extraColumns });
  if (row.hidden) remark(draft, "I-HIDDEN", null);
  const isRefused = draft.issues.some(({ severity }) => severity === "error");
  const { values, issues, grouping } = draft;
  return {
    outcome: isRefused ? "refused" : "accepted",
    values,
    issues,
    ...(grouping === undefined ? {} : { grouping }),
  };
}

/** The NIK first, since it settles dates that can be read in two ways; the running number says nothing. */
function listFields(row: MappedRow): FieldCell[] {
  const names = Object.keys(row.fields) as FieldName[];
  const ordered = [...names.filter((field) => field === "nik"), ...names.filter((field) => field !== "nik")];
  return ordered.flatMap((field) => fieldOf(row, field) ?? []).filter(({ field }) => field !== "rowNumber");
}

function fieldOf(row: MappedRow, field: FieldName): FieldCell | null {
  const cell = row.fields[field];
  return cell === undefined ? null : { field, cell };
}

/** In village lists a person may come without a NIK, if something else tells them from others. */
function checkPresence(draft: RowDraft, row: MappedRow): void {
  const { kind, values, refused, context } = draft;
  if (importFields[kind].fields.includes("nik")) values.nikStatus ??= "missing";
  for (const group of importFields[kind].rowNeeds) {
    const isAnswered = group.some(
      (field) => values[field as keyof ImportedRow] !== undefined || refused.has(field),
    );
    if (!isAnswered) remark(draft, "E-MISSING", null, { field: group[0] ?? "" });
  }
  const isWithoutDecile = values.decile === undefined && values.decileTo === undefined;
  const saysDecile = row.fields.decile !== undefined || refused.has("decile");
  if (
    kind === "dtsen" &&
    context.columns?.fields.includes("decile") === true &&
    isWithoutDecile &&
    !saysDecile
  )
    remark(draft, "W-DECILE", null, { reason: "none" });
  const mayLackNik = kind === "village-list" || kind === "village-officers";
  if (!mayLackNik || values.nik !== undefined || refused.has("nik")) return;
  if (values.birthDate !== undefined || values.familyCard !== undefined) {
    remark(draft, "W-NIK-ABSENT", null, { declared: values.nikStatus === "absent" });
  } else {
    remark(draft, "E-IDENT", null, { missing: ["birthDate", "familyCard"] });
  }
}

function checkAgainstNik(draft: RowDraft, row: MappedRow): void {
  const { values, nikParts, context } = draft;
  if (values.nik !== undefined && values.nik === values.familyCard) {
    remark(draft, "E-KK", fieldOf(row, "familyCard"), { reason: "same-as-nik" });
  }
  if (nikParts === undefined) return;
  const warnings = compareWithNik(nikParts, { birthDate: values.birthDate, sex: values.sex });
  if (warnings.length > 0) {
    const differs = warnings.map((warning) =>
      warning.code === "sex-differs" ? "sex" : `birth-date-${warning.part}`,
    );
    remark(draft, "W-NIK-MISMATCH", fieldOf(row, "nik"), { differs });
  }
  const isFromHere = context.region === undefined || nikParts.kecamatanCode.startsWith(`${context.region}.`);
  if (!isFromHere) remark(draft, "I-REGION", fieldOf(row, "nik"));
}

/** NIK and family card each in the other's place, by this row's birth date or by the whole column. */
function checkExchange(draft: RowDraft, row: MappedRow): void {
  const { nik, familyCard } = row.fields;
  const { today, columns } = draft.context;
  const [own, other] = [cleanDigits(nik?.text ?? "").text, cleanDigits(familyCard?.text ?? "").text];
  if (own.length !== 16 || other.length !== 16 || own === other) return;
  const vote = judgePair({ nik: own, familyCard: other, birthDate: writtenBirthDate(row, today) }, today);
  const isSwapped = vote === "swapped" || (columns?.isSwapped === true && vote === null);
  if (isSwapped) remark(draft, "E-SWAPPED", fieldOf(row, "nik"), { fields: ["nik", "familyCard"] });
}

const MOST_MONTHS = 24;

/** One payment for several months says so in columns of its own; ends and number have to agree. */
function checkMonths(draft: RowDraft, row: MappedRow): void {
  const { values, monthCount, refused } = draft;
  const { month, until } = values;
  if (month === undefined || refused.has("month")) return;
  const counted = monthCount === undefined ? undefined : shiftMonth(month, monthCount - 1);
  const last = until ?? counted ?? month;
  const months = monthsBetween(month, last) + 1;
  const isContradicted = counted !== undefined && until !== undefined && counted !== until;
  if (months < 1 || months > MOST_MONTHS || isContradicted)
    return remark(draft, "E-MONTH", fieldOf(row, "until") ?? fieldOf(row, "monthCount"), { field: "until" });
  if (last === month) delete values.until;
  else values.until = last;
}

/** The branch's own words are the reason where no column gives one. */
function keepReason({ values, saidReason }: RowDraft): void {
  if (saidReason !== undefined) values.reason ??= saidReason;
}

const LIFE_FIELDS = ["lifeStatus", "note", "occupation", "address"] as const satisfies readonly FieldName[];

/** Who is said to be dead or gone is not enrolled; whose relative died is. */
function checkLife(draft: RowDraft, row: MappedRow): void {
  const name = row.fields.name?.text ?? "";
  const say = (field: FieldName, mark: LifeMark) => {
    if (mark === "dead") remark(draft, "E-DEAD", fieldOf(row, field), { field });
    if (mark === "moved") remark(draft, "E-MOVED", fieldOf(row, field), { field });
    if (mark === "somebody") remark(draft, "W-DEAD", fieldOf(row, field), { field });
  };
  say("name", readLifeName(name));
  for (const field of LIFE_FIELDS) {
    const text = row.fields[field]?.text ?? "";
    const mark = text === "" ? null : readLifeNote(text, name);
    // Streets and work have names of their own: there only a plain statement counts.
    const isAside = field === "occupation" || field === "address";
    if (!isAside || mark !== "somebody") say(field, mark);
  }
}

function checkPerson(draft: RowDraft, row: MappedRow): void {
  // A list of deaths says of everybody what keeps others from a list.
  if (draft.kind !== "deaths") checkLife(draft, row);
  const { values, context, nikParts } = draft;
  const birthDate = values.birthDate ?? nikParts?.birthDate;
  if (context.ages === undefined || birthDate === undefined) return;
  const age = ageOn(birthDate, context.today);
  const { from, below } = context.ages;
  const at = fieldOf(row, "birthDate") ?? fieldOf(row, "birthPlaceDate") ?? fieldOf(row, "nik");
  if (age < from || age >= below) remark(draft, "E-AGE", at, { age, from, below });
}
