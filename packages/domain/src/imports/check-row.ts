import { compareWithNik } from "#identity";
import { ageOn } from "#time";
import { importFields, type FieldName, type ImportKind } from "#intake";
import { rowIssue } from "#intake";
import type { CheckContext, CheckedRow, ImportedRow, MappedRow } from "#intake";
import { readField } from "#cells";
import { remark, type FieldCell, type RowDraft } from "#cells";

/** "Meninggal", "Alm." at the beginning: a remark such as "istri alm. Syafril" speaks of somebody else. */
const SAYS_DEAD = /^(sudah |telah )?(meninggal|wafat|almarhum|almarhumah|alm|almh|md)\b/i;
const NAMED_AS_DEAD = /^(alm|almh|almarhum|almarhumah)[. ]|\((alm|almh)\.?\)/i;

/** Reads one row: typed clean values, and every problem it has, not only the first. */
export function checkRow(kind: ImportKind, row: MappedRow, context: CheckContext): CheckedRow {
  if (row.fault !== null) return { outcome: "refused", values: {}, issues: [rowIssue(row.fault, null)] };
  const draft: RowDraft = { kind, context, values: {}, issues: [], refused: new Set(), nikParts: undefined };
  for (const at of listFields(row)) readField(draft, at);
  checkPresence(draft);
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
function checkPresence(draft: RowDraft): void {
  const { kind, values, refused } = draft;
  if (importFields[kind].fields.includes("nik")) values.nikStatus ??= "missing";
  for (const group of importFields[kind].rowNeeds) {
    const isAnswered = group.some(
      (field) => values[field as keyof ImportedRow] !== undefined || refused.has(field),
    );
    if (!isAnswered) remark(draft, "E-MISSING", null, { field: group[0] ?? "" });
  }
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

function checkPerson(draft: RowDraft, row: MappedRow): void {
  const { values, context, nikParts } = draft;
  if (SAYS_DEAD.test(values.note ?? "")) remark(draft, "E-DEAD", fieldOf(row, "note"), { field: "note" });
  if (NAMED_AS_DEAD.test(values.name ?? "")) remark(draft, "E-DEAD", fieldOf(row, "name"), { field: "name" });
  const birthDate = values.birthDate ?? nikParts?.birthDate;
  if (context.ages === undefined || birthDate === undefined) return;
  const age = ageOn(birthDate, context.today);
  const { from, below } = context.ages;
  const at = fieldOf(row, "birthDate") ?? fieldOf(row, "birthPlaceDate") ?? fieldOf(row, "nik");
  if (age < from || age >= below) remark(draft, "E-AGE", at, { age, from, below });
}
