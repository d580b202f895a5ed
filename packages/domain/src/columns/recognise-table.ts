import { mapColumns } from "./map-columns.ts";
import { findHeader, listHeaderCandidates, type HeaderBlock } from "./find-header.ts";
import { importFields, type FieldName, type ImportKind } from "#intake";
import type { ColumnMapping, FileRemark, RememberedMapping, TableRecognition } from "#intake";
import type { TableRow } from "#intake";

/** Header of the hidden column by which rows of our own exports find their way back. */
export const EXPORT_MARK = "_kode";

/**
 * Finds the list in a file: which sheet, which rows are its header, which column holds which field. `sampleRows` are
 * the first rows of every sheet (some hundred each are enough). What is not certain is said, never decided silently.
 */
export function recogniseTable(
  sampleRows: readonly TableRow[],
  kind: ImportKind,
  remembered: RememberedMapping = [],
): TableRecognition {
  const sheets = [...Map.groupBy(sampleRows, (row) => row.sheet)].map(([sheet, rows]) =>
    lookAtSheet({ sheet, rows, kind, remembered }),
  );
  const best = sheets.toSorted((a, b) => b.score - a.score || a.sheet - b.sheet)[0];
  const sheetScores = sheets.map(({ sheet, score }) => ({ sheet, score }));
  if (best?.header == null) return unrecognised(kind, sampleRows, sheetScores);
  const { header, rows, sheet } = best;
  const columns = mapColumns({ rows, header, kind, remembered });
  const found = describe({ kind, sheet, sheetScores, headerRows: header.rows, columns });
  const others = sheets.filter((other) => other !== best && other.isList).map((other) => other.sheet);
  const isEmpty = countBelow(rows, header) === 0;
  const remarks: FileRemark[] = [
    ...(isEmpty ? [{ code: "E-EMPTY", details: { what: "list" } } as const] : []),
    ...(others.length > 0 ? [{ code: "W-SHEETS", details: { sheets: others } } as const] : []),
  ];
  return { ...found, remarks: [...remarks, ...found.remarks], isReady: found.isReady && !isEmpty };
}

/** How much a sheet looks like the list. One that is hidden counts half: it is last year's more often than not. */
function lookAtSheet(given: {
  sheet: number;
  rows: readonly TableRow[];
  kind: ImportKind;
  remembered: RememberedMapping;
}) {
  const { sheet, rows, kind, remembered } = given;
  const header = findHeader(rows, kind, remembered);
  const below = header === null ? 0 : countBelow(rows, header);
  const weight = rows.every((row) => row.hidden) ? 0.5 : 1;
  const score = header === null ? 0 : weight * (header.score + Math.min(20, below) / 10);
  const mapped =
    header === null ? [] : mapColumns({ rows, header, kind, remembered }).map(({ field }) => field);
  const isList =
    below > 0 && importFields[kind].required.every((group) => group.some((field) => mapped.includes(field)));
  return { sheet, rows, header, score, isList };
}

/**
 * The recognition after a person chose: the header row, the field of some columns, or both. Columns they did not touch
 * keep what was found.
 */
export function applyChoices(
  recognition: TableRecognition,
  choices: readonly { readonly column: number; readonly field: FieldName | null }[],
): TableRecognition {
  const columns = recognition.columns.map((mapping): ColumnMapping => {
    const choice = choices.find(({ column }) => column === mapping.column);
    if (choice === undefined) return mapping;
    return { ...mapping, field: choice.field, confidence: choice.field === null ? "unused" : "sure" };
  });
  return describe({ ...recognition, columns });
}

function describe(
  found: Pick<TableRecognition, "kind" | "sheet" | "sheetScores" | "headerRows" | "columns">,
): TableRecognition {
  const conflicts = listConflicts(found.columns);
  const mapped = new Set(found.columns.map(({ field }) => field));
  const missing = importFields[found.kind].required.filter(
    (group) => !group.some((field) => has(mapped, field)),
  );
  const remarks: FileRemark[] = [
    ...missing.map((anyOf) => ({ code: "E-COLUMN-MISSING", details: { anyOf } }) as const),
    ...conflicts.map(
      ({ field, columns }) => ({ code: "E-COLUMN-TWICE", details: { field, columns } }) as const,
    ),
  ];
  return {
    ...found,
    conflicts,
    missing,
    unknownColumns: found.columns.filter(({ field }) => field === null).map(({ column }) => column),
    remarks,
    isOwnExport: found.columns.some(({ header }) => header === EXPORT_MARK),
    isReady: remarks.length === 0 && found.columns.every(({ confidence }) => confidence !== "maybe"),
  };
}

/** A combined "Tempat/Tgl Lahir" column answers where a birth date is asked for. */
function has(mapped: ReadonlySet<FieldName | null>, field: FieldName): boolean {
  return mapped.has(field) || (field === "birthDate" && mapped.has("birthPlaceDate"));
}

function listConflicts(columns: readonly ColumnMapping[]): TableRecognition["conflicts"] {
  const byField = Map.groupBy(
    columns.filter(({ field }) => field !== null),
    ({ field }) => field as FieldName,
  );
  return [...byField]
    .filter(([, mappings]) => mappings.length > 1)
    .map(([field, mappings]) => ({ field, columns: mappings.map(({ column }) => column) }));
}

function countBelow(rows: readonly TableRow[], header: HeaderBlock): number {
  const last = header.rows.at(-1) ?? 0;
  return rows.filter((row) => row.row > last && row.cells.some((cell) => cell.text.trim() !== "")).length;
}

function unrecognised(
  kind: ImportKind,
  rows: readonly TableRow[],
  sheetScores: TableRecognition["sheetScores"],
): TableRecognition {
  const candidates = listHeaderCandidates(rows, kind);
  return {
    kind,
    sheet: rows[0]?.sheet ?? 1,
    sheetScores,
    headerRows: [],
    columns: [],
    conflicts: [],
    missing: importFields[kind].required,
    unknownColumns: [],
    remarks: [{ code: "E-HEADER", details: { candidates } }],
    isOwnExport: false,
    isReady: false,
  };
}
