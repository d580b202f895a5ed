import { RefusedFile } from "./refused-file.ts";
import type { CsvShape } from "./csv-separator.ts";
import { MOST_LINES, type QuoteScan, scanLine } from "./scan-line.ts";

export type CsvRecord = {
  /** Its text without the line end; several lines when a quoted field holds line ends. */
  readonly text: string;
  /** Quotation marks that never close, or more fields than the list has. */
  readonly isBroken: boolean;
};

/**
 * Splits text into records by itself, so that one open quotation mark costs one line and not the rest of the file. It
 * also is the independent count beside csv-parse.
 */
export async function* splitRecords(
  text: AsyncIterable<string>,
  shape: CsvShape,
  lineLength: number,
): AsyncGenerator<CsvRecord, void> {
  let waiting: string[] = [];
  for await (const line of splitLines(text, lineLength)) {
    waiting.push(line);
    const taken = takeRecords(waiting, shape, false);
    yield* taken.records;
    waiting = taken.rest;
  }
  yield* takeRecords(waiting, shape, true).records;
}

/** Complete records at the front of the lines; those that may still go on stay behind. */
function takeRecords(
  lines: readonly string[],
  shape: CsvShape,
  isEnd: boolean,
): { records: CsvRecord[]; rest: string[] } {
  const records: CsvRecord[] = [];
  let rest = [...lines];
  while (rest.length > 0) {
    const { length, isBroken } = measure(rest, shape);
    if (length === 0 && !isEnd && rest.length < MOST_LINES) break;
    const taken = Math.max(1, length);
    records.push({ text: rest.slice(0, taken).join("\n"), isBroken: isBroken || length === 0 });
    rest = rest.slice(taken);
  }
  return { records, rest };
}

/**
 * How many lines the first record takes; 0 while its quotation mark is open. A record over several lines is believed
 * only when it has the fields of a usual one and every closing mark ends its field: otherwise its first line is broken.
 */
function measure(lines: readonly string[], shape: CsvShape): { length: number; isBroken: boolean } {
  const [first = ""] = lines;
  if (!first.includes('"'))
    return { length: 1, isBroken: tooManyFields(first.split(shape.separator), shape) };
  const scan: QuoteScan = { isQuoted: false, fields: 1, isRagged: false };
  for (const [index, line] of lines.entries()) {
    scanLine(line, shape.separator, scan);
    if (scan.isQuoted) continue;
    if (index === 0) return { length: 1, isBroken: scan.fields > shape.fields && shape.fields > 1 };
    return scan.fields === shape.fields && !scan.isRagged
      ? { length: index + 1, isBroken: false }
      : { length: 1, isBroken: true };
  }
  return { length: 0, isBroken: true };
}

/** Empty fields at the end are padding of the program that wrote them. */
function tooManyFields(fields: readonly string[], shape: CsvShape): boolean {
  return (
    shape.fields > 1 &&
    fields.length > shape.fields &&
    fields.slice(shape.fields).some((field) => field.trim() !== "")
  );
}

async function* splitLines(text: AsyncIterable<string>, limit: number): AsyncGenerator<string, void> {
  let rest = "";
  let number = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of [...lines, rest])
      if (line.length > limit) throw new RefusedFile("E-LINE", { line: number + 1, limit });
    number += lines.length;
    yield* lines;
  }
  const last = rest.replace(/\r$/, "");
  if (last !== "") yield last;
}
