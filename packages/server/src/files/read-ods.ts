import type { CellKind, TableCell, TableRow } from "@tuwai/domain/intake";
import { plainNumber } from "./cell-value.ts";
import type { FileLimits } from "./file-limits.ts";
import { passRows } from "./pass-rows.ts";
import type { ReadOptions } from "./read-options.ts";
import { type Archive, openArchive } from "./read-zip-part.ts";
import { RefusedFile } from "./refused-file.ts";
import { countElements } from "./survey-sheet.ts";
import type { SheetCount, TableEvent } from "./table-events.ts";
import { attributeOf, type XmlHandlers } from "./xml-scanner.ts";

const CONTENT = "content.xml";

type OdsSheet = { readonly name: string; readonly hidden: boolean; rows: number };

/** Reads an OpenDocument spreadsheet (ISO/IEC 26300) that `inspectFile` has passed. Runs in the child process. */
export async function* readOds(path: string, options: ReadOptions): AsyncGenerator<TableEvent, void> {
  const archive = await openArchive(path);
  try {
    const { limits } = options;
    const sheets = await listSheets(archive);
    if (sheets.length > limits.sheets)
      throw new RefusedFile("E-SHEETS", { sheets: sheets.length, limit: limits.sheets });
    const seen = sheets.reduce((sum, { rows }) => sum + rows, 0);
    const counted = await countElements(archive, CONTENT, "table-row");
    if (seen !== counted) throw new RefusedFile("E-COUNT", { sheet: 1, read: seen, counted });
    const tally = { characters: 0 };
    const counts: SheetCount[] = [];
    for (const [index, { name, hidden }] of sheets.entries()) {
      const sheet = index + 1;
      if (options.sheets !== undefined && !options.sheets.includes(sheet)) continue;
      yield { type: "sheet", sheet, name, hidden };
      const read = yield* passRows(rowsOf(archive, { sheet, hidden, limits }), sheet, options, tally);
      counts.push({ sheet, name, read, counted: read });
    }
    if (counts.every(({ read }) => read === 0)) throw new RefusedFile("E-EMPTY", { what: "sheet" });
    yield { type: "end", sheets: counts };
  } finally {
    archive.close();
  }
}

/** Names of the sheets, which of them are hidden (by their style), and how many row elements each has. */
async function listSheets(archive: Archive): Promise<readonly OdsSheet[]> {
  const hiddenStyles = new Set<string>();
  const sheets: OdsSheet[] = [];
  let style = "";
  let depth = 0;
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === "style") style = attributeOf(attributes, "style:name") ?? "";
      if (name === "table-properties" && attributeOf(attributes, "table:display") === "false")
        hiddenStyles.add(style);
      if (name === "table-row") sheets.at(-1)!.rows += 1;
      if (name !== "table") return;
      depth += 1;
      if (depth > 1) throw new RefusedFile("E-CORRUPT", { part: CONTENT });
      const hidden = hiddenStyles.has(attributeOf(attributes, "table:style-name") ?? "");
      sheets.push({ name: (attributeOf(attributes, "table:name") ?? "").slice(0, 200), hidden, rows: 0 });
    },
    close(name) {
      if (name === "table") depth -= 1;
    },
    text: () => undefined,
    wantsText: () => false,
  };
  await archive.scanXml(CONTENT, handlers);
  if (sheets.length === 0) throw new RefusedFile("E-CORRUPT", { part: CONTENT });
  return sheets;
}

type Wanted = { readonly sheet: number; readonly hidden: boolean; readonly limits: FileLimits };

async function* rowsOf(archive: Archive, wanted: Wanted): AsyncGenerator<TableRow, void> {
  const found: Repeated[] = [];
  const emit = (row: Repeated) => void found.push(row);
  let blank: TableRow[] = [];
  for await (const { row, times } of archive.streamXml(CONTENT, collectRows(wanted, emit), found)) {
    // Rows without a value are one record however often they are repeated, and none at the end of a sheet.
    if (row.cells.length === 0) {
      blank.push(row);
      if (blank.length > wanted.limits.rows)
        throw new RefusedFile("E-ROWS", { limit: wanted.limits.rows, sheet: wanted.sheet });
      continue;
    }
    yield* blank;
    blank = [];
    for (let more = 0; more < times; more += 1) yield { ...row, row: row.row + more };
  }
}

type Repeated = { readonly row: TableRow; readonly times: number };
type Open = { attributes: string; text: string; paragraphs: number; isCovered: boolean };
type Span = { readonly from: number; readonly to: number; readonly until: number; readonly cell: TableCell };

type Line = { column: number; spans: Span[] };

function collectRows({ sheet, hidden, limits }: Wanted, emit: (row: Repeated) => void): XmlHandlers {
  let at = 0;
  let row: { number: number; times: number; hidden: boolean; cells: TableCell[] } | null = null;
  let next = 1;
  const line: Line = { column: 1, spans: [] };
  let cell: Open | null = null;
  let aside = 0;
  let inText = 0;
  return {
    open(name, attributes) {
      if (name === "annotation") aside += 1;
      if (name === "table") {
        at += 1;
        next = 1;
      }
      if (at !== sheet || aside > 0) return;
      if (name === "table-row") {
        const isHidden = ["collapse", "filter"].includes(attributeOf(attributes, "table:visibility") ?? "");
        const times = countOf(attributes, "table:number-rows-repeated");
        row = { number: next, times, hidden: hidden || isHidden, cells: [] };
        line.column = 1;
        line.spans = line.spans.filter(({ until }) => until >= next);
      } else if (row !== null && (name === "table-cell" || name === "covered-table-cell"))
        cell = { attributes, text: "", paragraphs: 0, isCovered: name === "covered-table-cell" };
      else if (cell !== null && name === "p") {
        cell.text += cell.paragraphs > 0 ? "\n" : "";
        cell.paragraphs += 1;
        inText += 1;
      } else if (cell !== null && (name === "s" || name === "tab"))
        cell.text += " ".repeat(Math.min(100, countOf(attributes, "text:c")));
      else if (cell !== null && name === "line-break") cell.text += "\n";
    },
    close(name) {
      if (name === "annotation") aside -= 1;
      if (at !== sheet || aside > 0) return;
      if (name === "p" && inText > 0) inText -= 1;
      if ((name === "table-cell" || name === "covered-table-cell") && row !== null && cell !== null) {
        takeCell(cell, row, line, limits);
        cell = null;
      } else if (name === "table-row" && row !== null) {
        const { number, times, hidden: isHidden, cells } = row;
        emit({ row: { sheet, row: number, hidden: isHidden, fault: null, cells }, times });
        next = number + times;
        if (next > 1_048_577) throw new RefusedFile("E-CORRUPT", { part: CONTENT });
        row = null;
      }
    },
    text(piece) {
      if (cell === null) return;
      cell.text += piece;
      if (cell.text.length > limits.longestCell)
        throw new RefusedFile("E-CELL-SIZE", { row: next, column: line.column, limit: limits.longestCell });
    },
    wantsText: () => cell !== null && inText > 0 && aside === 0,
  };
}

type OpenRow = { readonly number: number; readonly cells: TableCell[] };

/** The cells of an element: repeated to the right, or covered by a merged one that began before. */
function takeCell(open: Open, of: OpenRow, line: Line, limits: FileLimits): void {
  const { column } = line;
  const times = countOf(open.attributes, "table:number-columns-repeated");
  const value = open.isCovered ? null : valueOf(open, column);
  const last = Math.min(column + times - 1, Math.max(column, limits.columns + 1));
  for (let to = column; to <= last; to += 1) {
    const span = open.isCovered ? line.spans.find(({ from, to: end }) => from <= to && to <= end) : undefined;
    if (value !== null) of.cells.push({ ...value, column: to });
    else if (span !== undefined)
      of.cells.push({ ...span.cell, column: to, spread: to === span.from ? "down" : "across" });
  }
  const wide = countOf(open.attributes, "table:number-columns-spanned");
  const high = countOf(open.attributes, "table:number-rows-spanned");
  if (value !== null && wide * high > 1 && line.spans.length < limits.columns)
    line.spans.push({ from: column, to: column + wide - 1, until: of.number + high - 1, cell: value });
  line.column += times;
}

function countOf(attributes: string, name: string): number {
  const count = Number(attributeOf(attributes, name) ?? 1);
  if (!Number.isInteger(count) || count < 1 || count > 1_048_576)
    throw new RefusedFile("E-CORRUPT", { part: CONTENT });
  return count;
}

function valueOf({ attributes, text }: Open, column: number): TableCell | null {
  const type = attributeOf(attributes, "office:value-type") ?? (text === "" ? "" : "string");
  const formula = attributeOf(attributes, "table:formula");
  const cell = (kind: CellKind, shown: string, raw = shown): TableCell | null =>
    shown === "" ? null : { column, text: shown, kind, raw };
  if (
    attributeOf(attributes, "calcext:value-type") === "error" ||
    (formula !== undefined && /^(#|Err:)/.test(text))
  )
    return cell("error", text);
  const value = attributeOf(attributes, "office:value") ?? "";
  const date = attributeOf(attributes, "office:date-value");
  const plain =
    type === "boolean"
      ? cell("boolean", (attributeOf(attributes, "office:boolean-value") ?? "").toUpperCase())
      : type === "date" && date !== undefined
        ? cell("date", date.slice(0, 19))
        : value !== "" && Number.isFinite(Number(value))
          ? cell("number", plainNumber(Number(value)), value)
          : cell("text", text);
  if (formula === undefined || plain === null) return plain;
  const constant = /^(?:of:|oooc:)?="([^"]*)"$/.exec(formula)?.[1];
  return constant === plain.text ? plain : { ...plain, kind: "formula", raw: formula };
}
