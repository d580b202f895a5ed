import { randomInt } from "node:crypto";
import { newCode } from "@tuwai/domain/identity";
import type { ExportColumn, ExportValue } from "./export-table.ts";
import { type ExportedFile, type ExportFormat, writeTable } from "./write-table.ts";

/** Headings and values of a list's file, in the caller's language; `mark` heads the column that holds the file's own code. */
export type ListWords<Row> = {
  readonly sheet: string;
  readonly mark: string;
  readonly columns: readonly (Pick<ExportColumn, "header" | "kind"> & {
    readonly value: (row: Row) => ExportValue;
  })[];
};

/** "EX-7T4M-2Q": names one file in the trail and in every row of it. */
export const newExportCode = (): string => newCode("EX", (below) => randomInt(below));

type Written<Row> = {
  readonly code: string;
  readonly format: ExportFormat;
  readonly words: ListWords<Row>;
  readonly writtenAt: Date;
  /** What stands before the code in the title, such as a month. */
  readonly about?: string;
};

/** A list as a file: a row for each, marked by the file's code. */
export async function writeList<Row>(
  rows: readonly Row[],
  { code, format, words, writtenAt, about }: Written<Row>,
): Promise<ExportedFile> {
  const table = {
    columns: [...words.columns, { header: words.mark, kind: "text" as const }],
    rows: rows.map((row) => [...words.columns.map(({ value }) => value(row)), code]),
  };
  const title = about === undefined ? code : `${about} ${code}`;
  const as = { format, sheet: words.sheet, title, writtenAt: writtenAt.getTime() };
  return { code, rows: rows.length, bytes: await writeTable(table, as) };
}
