import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** A small comma-separated file with a header, as one record of texts per line. */
export function readCsvTable(path: string): Record<string, string>[] {
  return parse(readFileSync(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
}
