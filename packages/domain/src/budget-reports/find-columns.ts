import type { TableRow } from "#intake";
import type { AmountColumn } from "./budget-line.ts";

export type ReportField = "code" | "name" | AmountColumn | "other";

/** Which column begins which field; a cell belongs to the nearest that begins at or before it. */
export type ReportColumns = {
  readonly sheet: number;
  /** The last row of the header. */
  readonly until: number;
  readonly fieldOf: (column: number) => ReportField;
  readonly has: (field: ReportField) => boolean;
};

const isCodeHead = (text: string) => /^(kode|no\.? ?rek|nomor rek|rekening)/i.test(text.trim());
const isNameHead = (text: string) => /^(uraian|nama (rekening|kegiatan))/i.test(text.trim());

/** A row that heads a page of the report, the first or a later one. */
export const isHeader = (row: TableRow): boolean =>
  row.cells.some(({ text }) => isCodeHead(text)) && row.cells.some(({ text }) => isNameHead(text));

const numbering = /^\(?\d{1,2}\)?( ?[=(].*)?$/;

/** "1 2 3 4=3-2": the row that numbers the columns. */
export const isNumbering = (row: TableRow): boolean => {
  const own = ownCells(row);
  return own.length >= 3 && own.every(({ text }) => numbering.test(text.trim()));
};

/** Cells that stand where they are written; of a merged range only the first. */
export const ownCells = (row: TableRow) =>
  row.cells.filter(({ spread, text }) => spread === undefined && text.trim() !== "");

const mostHeaderRows = 3;

/** The columns of a sheet by its first header, of one row or of several; undefined where there is none. */
export function findColumns(rows: readonly TableRow[]): ReportColumns | undefined {
  const at = rows.findIndex(isHeader);
  const header = rows[at];
  if (header === undefined) return undefined;
  const nameAt = header.cells.find(({ text }) => isNameHead(text))?.column ?? 0;
  const texts = new Map<number, string>();
  let until = header.row;
  for (const [offset, row] of rows.slice(at, at + mostHeaderRows + 1).entries()) {
    const isPart = offset === 0 || continues(row, nameAt);
    if (!isPart) break;
    until = row.row;
    for (const { column, text, spread } of row.cells)
      if (offset === 0 || spread !== "down")
        texts.set(column, `${texts.get(column) ?? ""} ${text}`.replaceAll(/\s+/g, " ").trim());
    if (isNumbering(row)) break;
  }
  return columnsOf(texts, nameAt, { sheet: header.sheet, until });
}

/** A second row of a header has nothing in the columns of code and name. */
const continues = (row: TableRow, nameAt: number): boolean =>
  isNumbering(row) || ownCells(row).every(({ column, text }) => column > nameAt && !/^[(-]?\d/.test(text));

function columnsOf(
  texts: ReadonlyMap<number, string>,
  nameAt: number,
  place: { readonly sheet: number; readonly until: number },
): ReportColumns {
  const heads = [...texts].toSorted(([a], [b]) => a - b);
  const saysAfter = heads.some(([, text]) => /setelah|sesudah|menjadi/i.test(text));
  const fields = heads.map(
    ([column, text]) => [column, column < nameAt ? "code" : fieldOf(text, saysAfter)] as const,
  );
  return {
    ...place,
    fieldOf: (column) => fields.findLast(([from]) => from <= column)?.[1] ?? "code",
    has: (field) => fields.some(([, one]) => one === field),
  };
}

function fieldOf(text: string, saysAfter: boolean): ReportField {
  if (isNameHead(text)) return "name";
  if (/%|persen|volume|satuan|harga|sumber|ket\b|keterangan|realisasi|sisa/i.test(text)) return "other";
  if (/bertambah|berkurang|selisih|tambah ?\/ ?kurang/i.test(text)) return "increase";
  if (/sebelum|semula|murni|awal/i.test(text)) return "initial";
  if (/setelah|sesudah|menjadi/i.test(text)) return "changed";
  if (/perubahan|\bpak\b/i.test(text)) return saysAfter ? "increase" : "changed";
  return /anggaran|jumlah|rupiah|\brp\b/i.test(text) ? "initial" : "other";
}
