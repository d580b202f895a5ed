import type { Archive } from "./read-zip-part.ts";
import { columnOf } from "./cell-reference.ts";
import { RefusedFile } from "./refused-file.ts";

/** Cells that are shown as one, counted from 1. */
export type MergedRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

type Survey = { readonly rows: number; readonly merges: readonly MergedRange[] };

/** Longer than any start of an element of interest that a cut between two pieces could split. */
const OVERLAP = 256;
/** Five merged columns for each family of a list as long as may be. More is no list. */
const MOST_MERGES = 100_000;

/**
 * The number of row elements of a sheet, counted in the raw bytes without any XML reader: the second pair of eyes of the
 * conservation law (reliability.md D.1). The merged ranges are taken along, as they stand behind the rows they speak of.
 */
export async function surveySheet(archive: Archive, part: string, mostRows: number): Promise<Survey> {
  const found = { rows: 0, merges: [] as MergedRange[] };
  let tail = "";
  for await (const chunk of archive.bytesOf(part)) {
    const text = tail + withoutNulls(chunk);
    const end = Math.max(0, text.length - OVERLAP);
    look(text, end, found);
    tail = text.slice(end);
    if (found.rows > mostRows) break;
    if (found.merges.length > MOST_MERGES) throw new RefusedFile("E-LIMIT", { limit: "merged-cells" });
  }
  look(tail, tail.length, found);
  return found;
}

/** How often an element begins in a part, counted in its raw bytes. */
export async function countElements(archive: Archive, part: string, name: string): Promise<number> {
  const start = new RegExp(`<(?:[A-Za-z_][\\w.-]{0,40}:)?${name}[\\s/>]`, "g");
  let count = 0;
  let tail = "";
  for await (const chunk of archive.bytesOf(part)) {
    const text = tail + withoutNulls(chunk);
    const end = Math.max(0, text.length - OVERLAP);
    for (const { index } of text.matchAll(start)) if (index < end) count += 1;
    tail = text.slice(end);
  }
  return count + [...tail.matchAll(start)].length;
}

/** Elements that begin before `end`. */
function look(text: string, end: number, found: { rows: number; merges: MergedRange[] }): void {
  const start =
    /<(?:[A-Za-z_][\w.-]{0,40}:)?(?:row[\s/>]|mergeCell\s[^<>]{0,80}?ref=["']([A-Za-z\d:]{3,30})["'])/g;
  for (let match = start.exec(text); match !== null && match.index < end; match = start.exec(text)) {
    const range = match[1] === undefined ? null : rangeOf(match[1]);
    if (match[1] === undefined) found.rows += 1;
    else if (range !== null) found.merges.push(range);
  }
}

function rangeOf(reference: string): MergedRange | null {
  const [, from = "", top = "", to = "", bottom = ""] =
    /^([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const left = columnOf(from);
  const right = columnOf(to);
  if (left === undefined || right === undefined) return null;
  return { top: Number(top), left, bottom: Number(bottom), right };
}

/** UTF-16 sheets read as bytes have a zero beside every plain letter. */
function withoutNulls(chunk: Buffer): string {
  const text = chunk.toString("latin1");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}
