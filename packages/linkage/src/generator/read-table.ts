import { readFileSync } from "node:fs";

/** A data file of this folder: commas, a header, no quotes. One record per line. */
export function readTable(file: string): Record<string, string>[] {
  const [header = "", ...lines] = readLines(file);
  const columns = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

export function readLines(file: string): string[] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split(/\r?\n/)
    .filter(Boolean);
}
