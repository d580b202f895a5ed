import type { CellKind, FileRefusalCode, IssueCode, IssueDetails, TableRow } from "@tuwai/domain/intake";

/** What reading a table tells, in order: each sheet, its rows, remarks on the file, and at last `end` or `refused`. */
export type TableEvent =
  | { readonly type: "sheet"; readonly sheet: number; readonly name: string; readonly hidden: boolean }
  | ({ readonly type: "row" } & TableRow)
  | { readonly type: "remark"; readonly code: IssueCode; readonly details: IssueDetails }
  | { readonly type: "refused"; readonly code: FileRefusalCode; readonly details: IssueDetails }
  | { readonly type: "end"; readonly sheets: readonly SheetCount[] };

/** `read` rows came through the reader; `counted` is what a second, independent reader found. They are equal. */
export type SheetCount = {
  readonly sheet: number;
  readonly name: string;
  readonly read: number;
  readonly counted: number;
};

/** Rows cross the pipe as short arrays: [sheet, row, hidden, fault, [[column, text, kind?, raw?], …]]. */
export type WireRow = readonly [number, number, 0 | 1, 0 | 1, readonly WireCell[]];
export type WireCell =
  | readonly [number, string]
  | readonly [number, string, string, string]
  | readonly [number, string, string, string, 1 | 2];

const letters: Readonly<Record<CellKind, string>> = {
  text: "t",
  number: "n",
  date: "d",
  boolean: "b",
  formula: "f",
  error: "e",
};
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as CellKind]));

export function packRow(row: TableRow): WireRow {
  const cells = row.cells.map(({ column, text, kind, raw, spread }): WireCell => {
    if (spread !== undefined) return [column, text, letters[kind], raw, spread === "down" ? 1 : 2];
    return kind === "text" && raw === text ? [column, text] : [column, text, letters[kind], raw];
  });
  return [row.sheet, row.row, row.hidden ? 1 : 0, row.fault === null ? 0 : 1, cells];
}

export function unpackRow([sheet, row, hidden, fault, cells]: WireRow): TableEvent {
  return {
    type: "row",
    sheet,
    row,
    hidden: hidden === 1,
    fault: fault === 1 ? "E-CSV" : null,
    cells: cells.map(([column, text, letter, raw, spread]) => ({
      column,
      text,
      kind: letter === undefined ? "text" : (kinds.get(letter) ?? "text"),
      raw: raw ?? text,
      ...(spread === undefined ? {} : { spread: spread === 1 ? ("down" as const) : ("across" as const) }),
    })),
  };
}
