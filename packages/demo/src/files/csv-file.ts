import { closeSync, openSync, writeSync } from "node:fs";

/** A file written line by line, so that a hundred thousand rows never stand in memory together. */
export type CsvFile = {
  readonly add: (values: readonly (string | number | null)[]) => void;
  readonly close: () => void;
};

const CHUNK_CHARACTERS = 1 << 20;

/** Opens the file and writes the header. Values are quoted only where they must be. Lines end as on Windows. */
export function openCsvFile(path: string, header: readonly string[], separator: "," | ";"): CsvFile {
  const handle = openSync(path, "w");
  let waiting = "";
  const flush = (): void => {
    writeSync(handle, waiting);
    waiting = "";
  };
  const add = (values: readonly (string | number | null)[]): void => {
    waiting += `${values.map((value) => quote(value, separator)).join(separator)}\r\n`;
    if (waiting.length > CHUNK_CHARACTERS) flush();
  };
  add(header);
  return {
    add,
    close: () => {
      flush();
      closeSync(handle);
    },
  };
}

function quote(value: string | number | null, separator: string): string {
  const text = value === null ? "" : String(value);
  const needsQuotes = text.includes(separator) || text.includes('"') || text.includes("\n");
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
