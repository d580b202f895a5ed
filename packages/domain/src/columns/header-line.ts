import { type ColumnMapping, importFields, type ImportKind, type TableCell } from "#intake";
import { joinDatePieces } from "./date-pieces.ts";
import { matchHeader } from "./match-header.ts";
import { headerWords, normaliseHeader } from "./header-words.ts";

/** Fewer named columns may as well be a row of words. */
const LEAST_FIELDS = 3;

/**
 * The columns of a row that is the header of a further table: words that the kind knows exactly, most of the row, among
 * them one that it requires. Null for every other row; rows that hold a long number are none, which most rows do.
 */
export function readHeaderLine(cells: readonly TableCell[], kind: ImportKind): ColumnMapping[] | null {
  if (cells.length < LEAST_FIELDS || cells.some(({ text }) => /\d{5,}/.test(text))) return null;
  const known = knownWords(kind);
  const named = cells.filter(({ text }) => text.length <= 60 && known.has(normaliseHeader(text)));
  if (named.length < LEAST_FIELDS || named.length * 2 < cells.length) return null;
  const { fields, required } = importFields[kind];
  const columns = cells.map(({ column, text }): ColumnMapping => {
    const header = text.replace(/\s+/g, " ").trim();
    const match = matchHeader([header], fields);
    const field = match?.isExact === true ? match.field : null;
    const confidence = field === null ? "unused" : "sure";
    return { column, header, field, confidence, remembered: false, filled: 0, fitting: 0 };
  });
  const texts = new Map(cells.map(({ column, text }) => [column, [text]]));
  const joined = joinDatePieces(columns, (column) => texts.get(column) ?? [], kind);
  return joined.some(({ field }) => required.flat().some((wanted) => wanted === field)) ? joined : null;
}

const known = new Map<ImportKind, ReadonlySet<string>>();

/** Every exact header of a kind, gathered once. */
function knownWords(kind: ImportKind): ReadonlySet<string> {
  const words = known.get(kind) ?? new Set(importFields[kind].fields.flatMap((field) => headerWords[field]));
  known.set(kind, words);
  return words;
}
