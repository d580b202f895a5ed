import { importFields, type FieldName, type ImportKind } from "#intake";
import { hasDatePieces } from "./date-pieces.ts";
import { normaliseHeader } from "./header-words.ts";
import { matchHeader } from "./match-header.ts";
import type { RememberedMapping } from "#intake";
import type { TableRow } from "#intake";

export type HeaderBlock = {
  /** Physical rows, one to three, next to each other. */
  readonly rows: readonly number[];
  readonly columns: readonly { readonly column: number; readonly parts: readonly string[] }[];
  readonly score: number;
};

const ROWS_SEARCHED = 60;
const MOST_LINES = 3;
/** Two exact headers, one of them required, are the least that makes a header row. */
const LEAST_SCORE = 6;

/** The rows that head the list, even below letterhead and over two or three lines; null when nothing looks like one. */
export function findHeader(
  rows: readonly TableRow[],
  kind: ImportKind,
  remembered: RememberedMapping = [],
): HeaderBlock | null {
  const known = new Set(remembered.map(({ header }) => normaliseHeader(header)));
  let best: HeaderBlock | null = null;
  for (const block of listBlocks(rows)) {
    const scored = scoreBlock(block, kind, known);
    if (scored !== null && scored.score > (best?.score ?? LEAST_SCORE - 1)) best = scored;
  }
  return best;
}

/** Rows that look a little like a header, best first, for a person to choose from. */
export function listHeaderCandidates(rows: readonly TableRow[], kind: ImportKind): number[] {
  return rows
    .slice(0, ROWS_SEARCHED)
    .map((row) => ({
      row: row.row,
      words: row.cells.filter((cell) => isWord(cell.text)).length,
      score: scoreOf(row, kind),
    }))
    .filter(({ words }) => words > 1)
    .toSorted((a, b) => b.score - a.score || b.words - a.words || a.row - b.row)
    .slice(0, 3)
    .map(({ row }) => row);
}

function scoreOf(row: TableRow, kind: ImportKind): number {
  const columns = columnsOf([row]);
  return scoreColumns(columns, kind, new Set()).score;
}

function listBlocks(rows: readonly TableRow[]): TableRow[][] {
  const searched = rows.slice(0, ROWS_SEARCHED);
  return searched.flatMap((_, start) =>
    Array.from({ length: MOST_LINES }, (_, more) => searched.slice(start, start + more + 1)).filter(
      (block, more) =>
        block.length === more + 1 && block.every((row) => row.fault === null && isHeaderLine(row)),
    ),
  );
}

/** Nothing in it can be a value: no long number, and at least one word. */
function isHeaderLine(row: TableRow): boolean {
  const filled = row.cells.filter((cell) => cell.text.trim() !== "");
  if (filled.length === 0) return false;
  if (filled.some((cell) => /\d{6,}/.test(cell.text.replace(/[ .-]/g, "")) || cell.kind === "date"))
    return false;
  return filled.some((cell) => isWord(cell.text));
}

function isWord(text: string): boolean {
  return /\p{L}/u.test(text) && text.trim().length <= 60;
}

function scoreBlock(
  block: readonly TableRow[],
  kind: ImportKind,
  known: ReadonlySet<string>,
): HeaderBlock | null {
  const columns = columnsOf(block);
  const { score, exactRequired, fieldsPerLine } = scoreColumns(columns, kind, known);
  if (exactRequired === 0) return null;
  // A line that names no field of its own is data or letterhead, not part of the header.
  const idleLines = block.filter((_, line) => line > 0 && (fieldsPerLine[line] ?? 0) === 0).length;
  if (idleLines > 0) return null;
  const pieces = block.length > 1 && hasDatePieces(columns, kind) ? 2 : 0;
  return { rows: block.map((row) => row.row), columns, score: score + pieces - (block.length - 1) };
}

function scoreColumns(columns: HeaderBlock["columns"], kind: ImportKind, known: ReadonlySet<string>) {
  const { fields, required } = importFields[kind];
  const needed = new Set(required.flat());
  const best = new Map<FieldName, number>();
  const fieldsPerLine: number[] = [];
  let exactRequired = 0;
  for (const { parts } of columns) {
    const match = matchHeader(parts, fields);
    if (match === null) continue;
    const isKnown = known.has(normaliseHeader(parts.join(" ")));
    const points = (match.isExact || isKnown ? 3 : 1) + (needed.has(match.field) ? 1 : 0);
    if (match.isExact && needed.has(match.field)) exactRequired += 1;
    const line = parts.findLastIndex((part) => part !== "");
    fieldsPerLine[line] = (fieldsPerLine[line] ?? 0) + 1;
    best.set(match.field, Math.max(points, best.get(match.field) ?? 0));
  }
  return { score: [...best.values()].reduce((sum, points) => sum + points, 0), exactRequired, fieldsPerLine };
}

/** The lines above each column. A merged title stands in its first column: later ones borrow it when they have a line below. */
function columnsOf(block: readonly TableRow[]): HeaderBlock["columns"] {
  const width = Math.max(0, ...block.flatMap((row) => row.cells.map((cell) => cell.column)));
  const lines = block.map((row) => new Map(row.cells.map((cell) => [cell.column, cell.text.trim()])));
  const columns = Array.from(new Set(block.flatMap((row) => row.cells.map((cell) => cell.column)))).toSorted(
    (a, b) => a - b,
  );
  if (width === 0) return [];
  return columns.map((column) => ({
    column,
    parts: lines.map((line, index) => {
      const own = line.get(column) ?? "";
      const hasLineBelow = lines.slice(index + 1).some((below) => (below.get(column) ?? "") !== "");
      return own === "" && hasLineBelow ? titleToTheLeft(line, lines[index + 1], column) : own;
    }),
  }));
}

/** The nearest title on the left, when every column between has a line below it too (otherwise it heads only itself). */
function titleToTheLeft(
  line: ReadonlyMap<number, string>,
  below: ReadonlyMap<number, string> | undefined,
  column: number,
): string {
  for (let left = column - 1; left >= 1; left -= 1) {
    if ((below?.get(left) ?? "") === "") return "";
    const title = line.get(left) ?? "";
    if (title !== "") return title;
  }
  return "";
}
