import { normaliseHeader, readHeaderLine } from "#columns";
import {
  type ColumnMapping,
  importFields,
  type MappedRow,
  type OtherTable,
  type RowClass,
  type TableCell,
  type TableRecognition,
  type TableRow,
} from "#intake";
import { createRowClassifier, mapRow } from "./classify-row.ts";

/** A row of one table, its cells under the columns of the file's first table. */
export type ReadRow = {
  readonly row: TableRow;
  readonly rowClass: RowClass;
  readonly mapped: MappedRow;
};

export type TableReader = {
  /** The rows of the list that one physical row holds: one, or one for each of the tables that stand side by side. */
  readonly read: (row: TableRow) => readonly ReadRow[];
  /** As given, with the columns that only later tables have. */
  readonly recognition: () => TableRecognition;
};

/** A table beside the first of its sheet counts as a sheet of its own; no file may have this many. */
export const BESIDE = 1_000;

/**
 * Reads all tables of a list, one call per physical row in order: on several sheets, side by side, or below each other
 * with a header of their own. A value stands in the column where the first table has its field, whatever the order here.
 */
export function createTableReader(recognition: TableRecognition): TableReader {
  const seats = createSeats(recognition);
  const first: OtherTable = recognition;
  const bySheet = Map.groupBy([first, ...(recognition.others ?? [])], ({ sheet }) => sheet);
  const lanes = new Map(
    [...bySheet].map(([sheet, tables]) => [
      sheet,
      tables.map((table, index) => {
        const to = startOf(tables[index + 1]) - 1;
        return {
          from: index === 0 ? 1 : startOf(table),
          to,
          place: sheet + index * BESIDE,
          read: laneOf(table, seats),
        };
      }),
    ]),
  );
  return {
    read(row) {
      const own = lanes.get(row.sheet) ?? [];
      if (own.length === 1) return [own[0]!.read(row)];
      return own.flatMap(({ from, to, place, read }, index) => {
        const cells = row.cells.filter(({ column }) => column >= from && column <= to);
        return index > 0 && cells.length === 0 ? [] : [read({ ...row, sheet: place, cells })];
      });
    },
    recognition: seats.recognition,
  };
}

function startOf(table: OtherTable | undefined): number {
  return table === undefined
    ? Number.POSITIVE_INFINITY
    : Math.min(...table.columns.map(({ column }) => column));
}

type Seats = ReturnType<typeof createSeats>;

/** Reads the rows of one table and of those below it. */
function laneOf(table: OtherTable, seats: Seats): (row: TableRow) => ReadRow {
  const { kind } = seats.recognition();
  let columns = table.columns;
  let seat = seats.seatOf(columns);
  let classify = createRowClassifier({ ...seats.recognition(), ...table });
  let isUnknown = false;
  const lastHeaderRow = Math.max(0, ...table.headerRows);
  return (row) => {
    const own = row.cells.filter(({ spread, text }) => spread === undefined && text.trim() !== "");
    const header = row.row > lastHeaderRow && row.fault === null ? readHeaderLine(own, kind) : null;
    if (header !== null && !isSaidAgain(header, columns) && !isWithin(header, columns)) {
      columns = header;
      isUnknown = !isWhole(header, kind);
      seat = seats.seatOf(columns);
      classify = createRowClassifier({ ...seats.recognition(), headerRows: [row.row], columns });
    }
    const rowClass = header === null ? classify(row) : "header";
    const seated = seat(row);
    const mapped = mapRow(seated, seats.recognition());
    const fault = rowClass === "data" && isUnknown ? "E-TABLE" : mapped.fault;
    return { row: seated, rowClass, mapped: fault === mapped.fault ? mapped : { ...mapped, fault } };
  };
}

/** The header printed again on the next page, or one line of it: every cell is what stands over its column, or a part of it. */
function isSaidAgain(header: readonly ColumnMapping[], columns: readonly ColumnMapping[]): boolean {
  const over = new Map(columns.map((mapping) => [mapping.column, normaliseHeader(mapping.header)]));
  return header.every(({ column, header: text }) => {
    const own = over.get(column) ?? "";
    const said = normaliseHeader(text);
    return own === said || own.startsWith(`${said} `) || own.endsWith(` ${said}`);
  });
}

/** Says nothing else of any column than what is known of it. */
function isWithin(header: readonly ColumnMapping[], columns: readonly ColumnMapping[]): boolean {
  return header.every(
    ({ column, field, piece }) =>
      field === null ||
      columns.some(
        (mapping) => mapping.column === column && mapping.field === field && mapping.piece === piece,
      ) ||
      columns.some((mapping) => mapping.column === column && mapping.field === null),
  );
}

function isWhole(columns: readonly ColumnMapping[], kind: TableRecognition["kind"]): boolean {
  const names = columns.flatMap(({ field, piece }) => (field === null ? [] : [`${field}${piece ?? ""}`]));
  const { required } = importFields[kind];
  return (
    new Set(names).size === names.length &&
    required.every((group) => group.some((wanted) => columns.some(({ field }) => field === wanted)))
  );
}

/** Where the cells of a table stand when they are put under the columns of the first one. */
function createSeats(given: TableRecognition) {
  let recognition = given;
  const add = (mapping: ColumnMapping): number => {
    const column = Math.max(0, ...recognition.columns.map((known) => known.column)) + 1;
    recognition = { ...recognition, columns: [...recognition.columns, { ...mapping, column }] };
    return column;
  };
  const columnFor = (mapping: ColumnMapping): number => {
    const { field, piece, header } = mapping;
    const same = recognition.columns.find((known) =>
      field === null
        ? header !== "" && known.field === null && normaliseHeader(known.header) === normaliseHeader(header)
        : known.field === field && known.piece === piece,
    );
    return same?.column ?? add(mapping);
  };
  return {
    recognition: () => recognition,
    seatOf(columns: readonly ColumnMapping[]): (row: TableRow) => TableRow {
      if (columns === given.columns) return (row) => row;
      const seats = new Map(columns.map((mapping) => [mapping.column, columnFor(mapping)]));
      if ([...seats].every(([from, to]) => from === to)) return (row) => row;
      // Text outside the table stays outside.
      const outside = Math.max(...recognition.columns.map(({ column }) => column));
      const move = (cell: TableCell) => ({
        ...cell,
        column: seats.get(cell.column) ?? outside + cell.column,
      });
      return (row) => ({ ...row, cells: row.cells.map(move).toSorted((a, b) => a.column - b.column) });
    },
  };
}
