import type { Archive } from "./read-zip-part.ts";

/** Longer than any start of a row element with its namespace prefix that a cut between two pieces could split. */
const OVERLAP = 64;

/**
 * The number of row elements in a sheet, counted in the raw bytes without any XML reader: the second pair of eyes of
 * the conservation law (reliability.md D.1).
 */
export async function countRowElements(archive: Archive, part: string): Promise<number> {
  let count = 0;
  let tail = "";
  for await (const chunk of archive.bytesOf(part)) {
    const text = tail + withoutNulls(chunk);
    const end = Math.max(0, text.length - OVERLAP);
    count += countStarts(text, end);
    tail = text.slice(end);
  }
  return count + countStarts(tail, tail.length);
}

/** Row elements that begin before `end`. */
function countStarts(text: string, end: number): number {
  const start = /<(?:[A-Za-z_][\w.-]{0,40}:)?row[\s/>]/g;
  let count = 0;
  for (let match = start.exec(text); match !== null && match.index < end; match = start.exec(text))
    count += 1;
  return count;
}

/** UTF-16 sheets read as bytes have a zero beside every plain letter. */
function withoutNulls(chunk: Buffer): string {
  const text = chunk.toString("latin1");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}
