import { readFile } from "node:fs/promises";
import { LinkageError } from "#model";
import { parseCsv, type CsvTable } from "./parse-csv.ts";

/** A CSV file of results, labels or decisions. */
export async function readTable(file: string): Promise<CsvTable> {
  try {
    return parseCsv(await readFile(file, "utf8"));
  } catch (cause) {
    throw new LinkageError("file-unreadable", `cannot read ${file}`, { file }, cause);
  }
}

export const hasColumns = (table: CsvTable, ...columns: string[]): boolean =>
  columns.every((column) => table.columns.includes(column));

/** Throws `column-missing` unless the table has all these columns. */
export function requireColumns(table: CsvTable, file: string, columns: readonly string[]): void {
  const missing = columns.filter((column) => !table.columns.includes(column));
  if (missing.length > 0)
    throw new LinkageError("column-missing", `${file} has no column ${missing.join(", ")}`, {
      file,
      missing,
    });
}

const yes = new Set(["1", "true", "yes", "y", "ya", "match", "same"]);
const no = new Set(["0", "false", "no", "n", "tidak", "nonmatch", "different"]);

/** Reads 1/0, yes/no, true/false; throws `labels-invalid` naming the line for anything else. */
export function yesOrNo(text: string | undefined, line: number): boolean {
  const plain = (text ?? "").trim().toLowerCase();
  if (yes.has(plain)) return true;
  if (no.has(plain)) return false;
  throw new LinkageError("labels-invalid", `line ${line}: "match" must be 1 or 0`, { line });
}
