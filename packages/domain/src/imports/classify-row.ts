import { normaliseHeader } from "#columns";
import { fieldKinds, type FieldName } from "#intake";
import type { MappedRow } from "#intake";
import { restoreText } from "#cells";
import type { ColumnMapping, TableRecognition } from "#intake";
import type { RowClass, TableCell, TableRow } from "#intake";

const TOTAL = /^(sub ?|grand ?)?(jumlah|total|jml|rekapitulasi|rekap)\b/;
const CLOSING =
  /^(mengetahui|menyetujui|disahkan|dibuat oleh|diketahui|pembuat|pelaksana|penanggung jawab|kepala desa|kades|lurah|camat|wali ?nagari|sekretaris|an |a n |ttd|tertanda|nip |hormat|operator|bendahara|kepala dinas|\p{L}[\p{L} ]{2,30} \d{1,2} (jan|feb|peb|mar|apr|mei|jun|jul|agu|ags|sep|okt|nop|nov|des)\p{L}* \d{4})/u;
const ASIDE =
  /^(catatan|cat |ket |keterangan|nb |note|sumber|dusun|dsn|rt |rw |rt\d|rw\d|korong|jorong|lingkungan|kelompok|halaman|hal |lanjutan|daftar|data )/;

/**
 * Tells rows about one person from everything else in the list, one call per physical row in order. In doubt a row is
 * data: it may then be refused and shown, but it is never left out unseen.
 */
export function createRowClassifier(recognition: TableRecognition): (row: TableRow) => RowClass {
  const list = describeList(recognition);
  let isAfterList = false;
  return (row) => {
    if (row.fault !== null) return row.row > list.lastHeaderRow ? "data" : "note";
    const filled = row.cells.filter((cell) => cell.spread === undefined && cell.text.trim() !== "");
    if (filled.length === 0) return "blank";
    if (list.headerRows.has(row.row)) return "header";
    if (row.row <= list.lastHeaderRow) return "note";
    if (isHeaderAgain(filled, list) || isColumnNumbers(filled)) return "header";
    if (
      list.rowNumber !== undefined &&
      filled.every((cell) => cell.column === list.rowNumber && isShortNumber(cell))
    )
      return "blank";
    if (speaksOfSomeone(filled, list)) {
      isAfterList = false;
      return "data";
    }
    const words = normaliseHeader(filled.find((cell) => /\p{L}/u.test(cell.text))?.text ?? "");
    if (TOTAL.test(words)) return "note";
    if (CLOSING.test(words)) isAfterList = true;
    return isAfterList || isAside(filled, words, list) ? "note" : "data";
  };
}

/** The cells of a row under their fields; text in columns right of the list is told, so that nothing is lost unseen. */
export function mapRow(row: TableRow, recognition: TableRecognition): MappedRow {
  const { fieldAt, dates, lastColumn } = planOf(recognition);
  const fields: { [F in FieldName]?: TableCell } = {};
  const extraColumns: number[] = [];
  for (const cell of row.cells) {
    if (cell.column > lastColumn && cell.text.trim() !== "" && cell.spread === undefined)
      extraColumns.push(cell.column);
    const field = fieldAt.get(cell.column);
    if (field === undefined || fields[field] !== undefined || isStrange(cell, field)) continue;
    fields[field] = recognition.isOwnExport ? { ...cell, text: restoreText(cell.text) } : cell;
  }
  for (const [field, columns] of dates) {
    const date = joinPieces(row, columns);
    if (date !== undefined) fields[field] ??= date;
  }
  return { sheet: row.sheet, row: row.row, hidden: row.hidden, fault: row.fault, fields, extraColumns };
}

/** A value spread to the right over a column of another kind does not speak of it. */
function isStrange({ spread }: TableCell, field: FieldName): boolean {
  return spread === "across" && fieldKinds[field] !== "text";
}

/** Day, month and year of their three columns as one text; none when all three are empty. */
function joinPieces(row: TableRow, columns: readonly number[]): TableCell | undefined {
  const cells = columns.map((column) => row.cells.find((cell) => cell.column === column));
  const texts = cells.map((cell) => cell?.text.trim() ?? "");
  const first = cells.find((cell) => cell !== undefined);
  if (first === undefined || texts.every((text) => /^[-–_.?]*$/.test(text))) return undefined;
  const spoilt = cells.find((cell) => cell?.kind === "error" || cell?.kind === "formula");
  if (spoilt !== undefined) return spoilt;
  const text = texts.join(/\p{L}/u.test(texts[1] ?? "") ? " " : "-");
  return { column: first.column, text, kind: "text", raw: text };
}

type MapPlan = {
  readonly fieldAt: ReadonlyMap<number, FieldName>;
  /** Dates over three columns: day, month, year. */
  readonly dates: readonly (readonly [FieldName, readonly number[]])[];
  readonly lastColumn: number;
};

/** Worked out once per recognition, not once per row. */
const plans = new WeakMap<TableRecognition, MapPlan>();

function planOf(recognition: TableRecognition): MapPlan {
  const known = plans.get(recognition);
  if (known !== undefined) return known;
  const listed = recognition.columns.filter(({ header, field }) => header !== "" || field !== null);
  const plan = {
    fieldAt: new Map(
      listed.flatMap(({ column, field, piece }) =>
        field === null || piece !== undefined ? [] : [[column, field] as const],
      ),
    ),
    dates: [...Map.groupBy(listed.filter(isPiece), ({ field }) => field as FieldName)].map(
      ([field, pieces]) => [field, pieces.toSorted(inOrder).map(({ column }) => column)] as const,
    ),
    lastColumn: Math.max(0, ...listed.map(({ column }) => column)),
  };
  plans.set(recognition, plan);
  return plan;
}

const order = ["day", "month", "year"];
const isPiece = ({ field, piece }: ColumnMapping) => field !== null && piece !== undefined;
const inOrder = (a: ColumnMapping, b: ColumnMapping) =>
  order.indexOf(a.piece ?? "") - order.indexOf(b.piece ?? "");

type List = {
  readonly headerRows: ReadonlySet<number>;
  readonly lastHeaderRow: number;
  readonly headers: ReadonlyMap<number, string>;
  readonly rowNumber: number | undefined;
  readonly identity: readonly number[];
  readonly name: number | undefined;
  /** Columns that say something about a person, the running number not among them. */
  readonly telling: ReadonlySet<number>;
};

function describeList({ columns, headerRows }: TableRecognition): List {
  const columnOf = (field: FieldName) => columns.find((mapping) => mapping.field === field)?.column;
  const mapped = columns.filter(({ field }) => field !== null && field !== "rowNumber");
  return {
    headerRows: new Set(headerRows),
    lastHeaderRow: Math.max(0, ...headerRows),
    headers: new Map(
      columns
        .filter(({ header }) => header !== "")
        .map(({ column, header }) => [column, normaliseHeader(header)]),
    ),
    rowNumber: columnOf("rowNumber"),
    identity: mapped
      .filter(({ field }) => field !== null && ["nik", "nip", "kpj"].includes(fieldKinds[field]))
      .map(({ column }) => column),
    name: columnOf("name"),
    telling: new Set(mapped.map(({ column }) => column)),
  };
}

/** An identity number, or a name with at least one more fact: enough to be about a person. */
function speaksOfSomeone(filled: readonly TableCell[], list: List): boolean {
  if (
    filled.some(
      (cell) => list.identity.includes(cell.column) && /\d{5}/.test(cell.text.replace(/[ .\-']/g, "")),
    )
  )
    return true;
  const name = filled.find((cell) => cell.column === list.name);
  if (name === undefined) return false;
  const words = normaliseHeader(name.text);
  const facts = filled.filter((cell) => list.telling.has(cell.column) && cell.column !== list.name);
  const isNumbered = filled.some((cell) => cell.column === list.rowNumber && isShortNumber(cell));
  // An Nisa and Hormat are people, when a row says of them what it says of people.
  const isTold = isNumbered ? facts.length >= 2 : facts.length >= 4;
  if (!isTold && (TOTAL.test(words) || CLOSING.test(words))) return false;
  return isNumbered || facts.length >= 2;
}

/** The header printed again on the next page: most of its cells say the same as the header. */
function isHeaderAgain(filled: readonly TableCell[], list: List): boolean {
  const same = filled.filter((cell) => {
    const text = normaliseHeader(cell.text);
    const header = list.headers.get(cell.column);
    return (
      header !== undefined &&
      text !== "" &&
      (header === text || header.startsWith(`${text} `) || header.endsWith(` ${text}`))
    );
  });
  return same.length >= 2 && same.length * 3 >= filled.length * 2;
}

/** "(1) (2) (3) …" under the header. */
function isColumnNumbers(filled: readonly TableCell[]): boolean {
  const numbers = filled.map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell.text.trim())?.[1] ?? Number.NaN));
  const first = numbers[0] ?? Number.NaN;
  return numbers.length >= 3 && first <= 2 && numbers.every((number, index) => number === first + index);
}

function isShortNumber(cell: TableCell): boolean {
  return /^\d{1,6}\.?$/.test(cell.text.trim());
}

/** One or two cells of plain words where a row of the list would have its facts: a group title or a remark. */
function isAside(filled: readonly TableCell[], words: string, list: List): boolean {
  if (ASIDE.test(`${words} `) && filled.length <= 2) return true;
  if (filled.length > 1) return false;
  const only = filled[0];
  if (only === undefined || list.identity.includes(only.column)) return false;
  return only.column !== list.name || only.text.length > 60 || /^[*(]|:/.test(only.text.trim());
}
