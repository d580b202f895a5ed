import { joinDatePieces } from "./date-pieces.ts";
import type { HeaderBlock } from "./find-header.ts";
import { normaliseHeader } from "./header-words.ts";
import { fieldKinds, importFields, type FieldName, type ImportKind } from "#intake";
import { isTellingKind, looksLike } from "./likely-values.ts";
import { joinHeader, matchHeader } from "./match-header.ts";
import { splitTables } from "./split-tables.ts";
import type { ColumnMapping, RememberedMapping } from "#intake";
import type { TableCell, TableRow } from "#intake";

type Sample = {
  readonly rows: readonly TableRow[];
  readonly header: HeaderBlock;
  readonly kind: ImportKind;
  readonly remembered: RememberedMapping;
};

const ROWS_LOOKED_AT = 200;

/** Each column that has a header or text, with the field it holds: by header first, confirmed or suggested by content. */
export function mapColumns({ rows, header, kind, remembered }: Sample): ColumnMapping[] {
  const values = collectValues(rows, header);
  const headed = new Map(header.columns.map(({ column, parts }) => [column, parts]));
  const columns = [...new Set([...headed.keys(), ...values.keys()])].toSorted((a, b) => a - b);
  const mapped = columns.map((column) =>
    mapColumn({ column, parts: headed.get(column) ?? [], cells: values.get(column) ?? [], kind, remembered }),
  );
  const whole = joinDatePieces(mapped, (column) => headed.get(column) ?? [], kind);
  return splitTables(whole, kind).flatMap((table) => suggestByContent(settleRivals(table), values, kind));
}

function mapColumn(given: {
  column: number;
  parts: readonly string[];
  cells: readonly TableCell[];
  kind: ImportKind;
  remembered: RememberedMapping;
}): ColumnMapping {
  const { column, parts, cells, kind } = given;
  const header = joinHeader(parts);
  const choice = given.remembered.find(
    (memory) => normaliseHeader(memory.header) === normaliseHeader(header),
  );
  if (choice !== undefined && header !== "") {
    const { filled, fitting } = countFitting(cells, choice.field);
    return {
      column,
      header,
      field: choice.field,
      confidence: choice.field === null ? "unused" : "sure",
      remembered: true,
      filled,
      fitting,
    };
  }
  const match = matchHeader(parts, importFields[kind].fields);
  const { filled, fitting } = countFitting(cells, match?.field ?? null);
  if (match === null)
    return { column, header, field: null, confidence: "unused", remembered: false, filled, fitting };
  const isTelling = isTellingKind(fieldKinds[match.field]);
  const isSure = match.isExact
    ? filled === 0 || fitting * 2 >= filled
    : isTelling && filled >= 5 && fitting * 10 >= filled * 9;
  return {
    column,
    header,
    field: match.field,
    confidence: isSure ? "sure" : "maybe",
    remembered: false,
    filled,
    fitting,
  };
}

/** Where several columns claim a field, an empty column and a mere guess give way; equals stay and a person chooses. */
function settleRivals(columns: readonly ColumnMapping[]): ColumnMapping[] {
  return columns.map((mapping) => {
    const rivals = columns.filter(
      (other) =>
        other !== mapping &&
        other.field === mapping.field &&
        mapping.field !== null &&
        (mapping.piece === undefined || other.piece === mapping.piece),
    );
    const loses = rivals.some(
      (rival) =>
        (mapping.filled === 0 && rival.filled > 0) ||
        (mapping.confidence === "maybe" && rival.confidence === "sure" && rival.filled > 0),
    );
    return loses ? { ...mapping, field: null, confidence: "unused" as const } : mapping;
  });
}

/** A column without a known header whose values are plainly NIKs may be the NIK column: offered, never taken. */
function suggestByContent(
  columns: readonly ColumnMapping[],
  values: ReadonlyMap<number, readonly TableCell[]>,
  kind: ImportKind,
): ColumnMapping[] {
  const wanted = importFields[kind].required
    .flat()
    .filter((field) => ["nik", "nip", "kpj"].includes(fieldKinds[field]));
  const lacking = wanted.filter((field) => !columns.some((mapping) => mapping.field === field));
  return columns.map((mapping) => {
    if (mapping.field !== null || mapping.remembered || mapping.filled < 5) return mapping;
    const cells = values.get(mapping.column) ?? [];
    const field = lacking.find((name) => countFitting(cells, name).fitting * 10 >= mapping.filled * 9);
    if (field === undefined) return mapping;
    return { ...mapping, field, confidence: "maybe", fitting: countFitting(cells, field).fitting };
  });
}

function countFitting(cells: readonly TableCell[], field: FieldName | null) {
  const filled = cells.filter((cell) => !/^[-–—\s]*$/u.test(cell.text));
  const fitting = field === null ? 0 : filled.filter((cell) => fits(cell, field)).length;
  return { filled: filled.length, fitting };
}

function fits(cell: TableCell, field: FieldName): boolean {
  const kind = fieldKinds[field];
  return (cell.kind === "date" && kind === "date") || looksLike(kind, cell.text);
}

function collectValues(rows: readonly TableRow[], header: HeaderBlock): Map<number, TableCell[]> {
  const last = header.rows.at(-1) ?? 0;
  const below = rows
    .filter((row) => row.row > last && row.fault === null && row.cells.length > 2)
    .slice(0, ROWS_LOOKED_AT);
  return Map.groupBy(
    below.flatMap((row) => row.cells),
    (cell) => cell.column,
  );
}
