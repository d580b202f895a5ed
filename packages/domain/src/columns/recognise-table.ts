import { mapColumns } from "./map-columns.ts";
import { findHeader, listHeaderCandidates, type HeaderBlock } from "./find-header.ts";
import { importFields, type FieldName, type ImportKind } from "#intake";
import type {
  ColumnMapping,
  FileRemark,
  OtherTable,
  RememberedMapping,
  SheetChoice,
  TableRecognition,
} from "#intake";
import { type ChosenSheets, chooseSheets } from "./choose-sheets.ts";
import { splitTables } from "./split-tables.ts";
import type { TableRow } from "#intake";

/** Header of the hidden column by which rows of our own exports find their way back. */
export const EXPORT_MARK = "_kode";

type SheetLook = ReturnType<typeof lookAtSheet>;

export type SheetNames = ReadonlyMap<number, string>;

/**
 * Finds the list in a file: which sheets, which rows are its header, which column holds which field. `sampleRows` are
 * the first rows of every sheet (some hundred each are enough). What is not certain is said, never decided silently.
 */
export function recogniseTable(
  sampleRows: readonly TableRow[],
  kind: ImportKind,
  remembered: RememberedMapping = [],
  sheets: { readonly names?: SheetNames; readonly choice?: SheetChoice | null } = {},
): TableRecognition {
  const { names = new Map<number, string>(), choice = null } = sheets;
  const looks = [...Map.groupBy(sampleRows, (row) => row.sheet)].map(([sheet, rows]) =>
    lookAtSheet({ sheet, name: names.get(sheet) ?? "", rows, kind, remembered }),
  );
  const named = looks.filter(({ name }) => choice === null || choice === "all" || choice.includes(name));
  const wanted = named.length === 0 ? looks : named;
  const best = wanted.toSorted((a, b) => b.score - a.score || a.sheet - b.sheet)[0];
  const sheetScores = looks.map(scoreOf);
  if (best?.header == null) return unrecognised(kind, sampleRows, sheetScores);
  // A name that no sheet has is no answer: all lists are shown to choose from.
  const asked = choose(best, wanted, named.length === 0 ? "all" : choice);
  const chosen = { ...asked, isOpen: asked.isOpen || named.length === 0 };
  const taken = wanted.filter(({ sheet }) => chosen.taken.includes(sheet) && sheet !== best.sheet);
  const tables = [best, ...taken].flatMap(tablesOf);
  const [first, ...others] = tables;
  const found = describe({ kind, sheetScores, ...first!, ...(others.length > 0 ? { others } : {}) });
  const isEmpty = best.below === 0;
  const remarks: FileRemark[] = [
    ...(isEmpty ? [{ code: "E-EMPTY", details: { what: "list" } } as const] : []),
    ...remarksOn(chosen),
    ...found.remarks,
  ];
  return { ...found, remarks, isReady: found.isReady && !isEmpty && !chosen.isOpen };
}

/** All sheets that hold lists when a person said so; otherwise as they belong together. */
function choose(best: SheetLook, looks: readonly SheetLook[], choice: SheetChoice | null): ChosenSheets {
  const lists = looks.filter(({ isList }) => isList);
  if (choice === null) return chooseSheets(best, lists);
  const taken = lists.filter(({ isHidden }) => !isHidden || choice !== "all").map(({ sheet }) => sheet);
  return { taken: taken.includes(best.sheet) ? taken : [best.sheet, ...taken], left: [], isOpen: false };
}

function remarksOn({ taken, left, isOpen }: ChosenSheets): FileRemark[] {
  if (isOpen) return [{ code: "E-SHEET", details: { sheets: taken } }];
  return taken.length > 1 || left.length > 0 ? [{ code: "W-SHEETS", details: { sheets: taken, left } }] : [];
}

function scoreOf({ sheet, name, score, below, isList, isHidden }: SheetLook) {
  const rows = isList ? below : 0;
  return { sheet, score, name, rows, ...(isHidden ? { hidden: true } : {}) };
}

/** The tables of a sheet that stand side by side, each with the rows of their header. */
function tablesOf({ sheet, header, columns, kind }: SheetLook): OtherTable[] {
  const headerRows = header?.rows ?? [];
  return splitTables(columns, kind).map((own) => ({ sheet, headerRows, columns: own }));
}

/** How much a sheet looks like the list. One that is hidden counts half: it is last year's more often than not. */
function lookAtSheet(given: {
  readonly sheet: number;
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly kind: ImportKind;
  readonly remembered: RememberedMapping;
}) {
  const { rows, kind, remembered } = given;
  const header = findHeader(rows, kind, remembered);
  const below = header === null ? 0 : countBelow(rows, header);
  const isHidden = rows.every((row) => row.hidden);
  const score = header === null ? 0 : (isHidden ? 0.5 : 1) * (header.score + Math.min(20, below) / 10);
  const columns = header === null ? [] : mapColumns({ rows, header, kind, remembered });
  const fields = new Set(columns.flatMap(({ field }) => field ?? []));
  const isList =
    below > 0 && importFields[kind].required.every((group) => group.some((field) => fields.has(field)));
  return { ...given, header, score, below, isHidden, columns, fields, isList };
}

/**
 * The recognition after a person chose: the header row, the field of some columns, or both. Columns they did not touch
 * keep what was found.
 */
export function applyChoices(
  recognition: TableRecognition,
  choices: readonly { readonly column: number; readonly field: FieldName | null }[],
): TableRecognition {
  const { columns: found, others } = recognition;
  const choiceAt = (column: number) => choices.find((choice) => choice.column === column);
  const columns = found.map((mapping) => withChoice(mapping, choiceAt(mapping.column)));
  // A header means the same in every table of the file.
  const choiceOf = (header: string) =>
    header === "" ? undefined : choiceAt(found.find((mapping) => mapping.header === header)?.column ?? 0);
  const alike = others?.map((table) => ({
    ...table,
    columns: table.columns.map((mapping) => withChoice(mapping, choiceOf(mapping.header))),
  }));
  return describe({ ...recognition, columns, ...(alike === undefined ? {} : { others: alike }) });
}

function withChoice(mapping: ColumnMapping, choice: Pick<ColumnMapping, "field"> | undefined): ColumnMapping {
  if (choice === undefined) return mapping;
  const { field } = choice;
  const { piece, ...rest } = mapping;
  const isStillPiece = piece !== undefined && field === mapping.field;
  const confidence = field === null ? "unused" : "sure";
  return { ...rest, ...(isStillPiece ? { piece } : {}), field, confidence };
}

function describe(
  found: Pick<TableRecognition, "kind" | "sheet" | "sheetScores" | "headerRows" | "columns" | "others">,
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
    .filter(([, mappings]) => mappings.length > 1 && !isOneDate(mappings))
    .map(([field, mappings]) => ({ field, columns: mappings.map(({ column }) => column) }));
}

/** Day, month and year of one date, each once. */
function isOneDate(mappings: readonly ColumnMapping[]): boolean {
  const pieces = new Set(mappings.map(({ piece }) => piece));
  return pieces.size === mappings.length && !pieces.has(undefined);
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
