import { MOST_LINES, scanLine } from "./scan-line.ts";

export type Separator = "," | ";" | "\t" | "|";

export type CsvShape = {
  readonly separator: Separator;
  /** Fields of a usual line. */
  readonly fields: number;
};

const RECORDS_COMPARED = 50;
const separators: readonly Separator[] = [";", "\t", ",", "|"];

/**
 * The separator by which the first records fall into the most equal number of fields. A semicolon is usual on
 * Indonesian Windows, where commas stand inside amounts; among equals the one that gives more fields wins.
 */
export function findCsvShape(head: string): CsvShape {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(head)?.[1];
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const shapes = separators.map((separator) => shapeOf(lines, separator));
  const named = shapes.find(({ separator }) => separator === declared);
  const [best] = shapes.toSorted((a, b) => b.agreeing - a.agreeing || b.fields - a.fields);
  const { separator, fields } = named ?? best ?? { separator: ",", fields: 1 };
  return { separator, fields };
}

function shapeOf(lines: readonly string[], separator: Separator) {
  const counts = countFields(lines, separator);
  const frequency = new Map<number, number>();
  for (const fields of counts) if (fields > 1) frequency.set(fields, (frequency.get(fields) ?? 0) + 1);
  const [fields, agreeing] = [...frequency].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { separator, fields, agreeing: agreeing / Math.max(counts.length, 1) };
}

/** Fields of each of the first records. A mark that opens a field and never closes costs its own line only. */
function countFields(lines: readonly string[], separator: Separator): number[] {
  const counts: number[] = [];
  for (let at = 0; at < lines.length && counts.length < RECORDS_COMPARED;) {
    const { fields, length } = measureRecord(lines, at, separator);
    counts.push(fields);
    at += length;
  }
  return counts;
}

function measureRecord(lines: readonly string[], start: number, separator: Separator) {
  const scan = { isQuoted: false, fields: 1, isRagged: false };
  let ofFirstLine = 1;
  for (let length = 1; length <= MOST_LINES && start + length <= lines.length; length += 1) {
    scanLine(lines[start + length - 1] ?? "", separator, scan);
    if (length === 1) ofFirstLine = scan.fields;
    if (!scan.isQuoted) return { fields: scan.fields, length };
  }
  return { fields: ofFirstLine, length: 1 };
}
