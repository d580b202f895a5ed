import type { ResultRow } from "@tuwai/domain/payroll";
import { inspectFile, limitsFor, readTable, type TableEvent } from "#files";
import { defaultPayrollColumns, type PayrollColumn, type PayrollField } from "./payroll-columns.ts";

export type FileProblem = {
  readonly problem: "unreadable" | "no-header";
  /** The reader's own code for a file that cannot be read. */
  readonly code?: string;
};

type RowEvent = Extract<TableEvent, { type: "row" }>;

/** As large a file as an office may send, in bytes. */
export const mostResultBytes = limitsFor("village-list").bytes;

const needed = ["mandateCode", "deducted", "reason", "stamp"] as const satisfies readonly PayrollField[];
const headerWithin = 40;

/**
 * The rows of a result, read in the process of its own in which every file is read, in whichever of the office's columns it comes.
 * A row counts when it names a mandate.
 */
export async function readResultFile(
  file: { readonly path: string; readonly fileName: string },
  templates: readonly (readonly PayrollColumn[])[],
): Promise<{ readonly rows: readonly ResultRow[] } | FileProblem> {
  const limits = limitsFor("village-list");
  const inspection = await inspectFile(file.path, file.fileName, limits);
  if (inspection.outcome === "refused") return { problem: "unreadable", code: inspection.code };
  const rows: RowEvent[] = [];
  for await (const event of readTable(file.path, { format: inspection.format, limits })) {
    if (event.type === "refused") return { problem: "unreadable", code: event.code };
    if (event.type === "row") rows.push(event);
  }
  return rowsOf(rows, [...templates, defaultPayrollColumns]);
}

function rowsOf(
  rows: readonly RowEvent[],
  templates: readonly (readonly PayrollColumn[])[],
): { readonly rows: readonly ResultRow[] } | FileProblem {
  for (const header of rows.slice(0, headerWithin)) {
    const places = templates.map((columns) => placesIn(header, columns)).find((found) => found !== null);
    if (places === undefined || places === null) continue;
    const textAt = (row: RowEvent, field: (typeof needed)[number]) =>
      row.cells.find(({ column }) => column === places.get(field))?.text ?? "";
    const below = rows.filter(({ sheet, row }) => sheet === header.sheet && row > header.row);
    const told = below.map((row) => ({
      row: row.row,
      mandateCode: textAt(row, "mandateCode"),
      deducted: textAt(row, "deducted"),
      reason: textAt(row, "reason"),
      stamp: textAt(row, "stamp"),
    }));
    return { rows: told.filter(({ mandateCode, stamp }) => `${mandateCode}${stamp}`.trim() !== "") };
  }
  return { problem: "no-header" };
}

/** In which column each needed field stands, or null when the row is not the header of this template. */
function placesIn(row: RowEvent, columns: readonly PayrollColumn[]): ReadonlyMap<string, number> | null {
  const byHeader = new Map(row.cells.map(({ text, column }) => [plain(text), column]));
  const places = new Map<string, number>();
  for (const field of needed) {
    const header = columns.find((column) => column.field === field)?.header;
    const at = header === undefined ? undefined : byHeader.get(plain(header));
    if (at === undefined) return null;
    places.set(field, at);
  }
  return places;
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
