import { stat } from "node:fs/promises";
import type { ImportKind, TableCell, TableRow } from "@tuwai/domain/intake";
import { AppError } from "#app";
import { inspectFile, limitsFor, readTable, sampleTable } from "#files";
import { returnHeaders } from "./row-seal.ts";
import { brokenNumber } from "./sent-text.ts";

/** A row of a file of faulty rows that came back, with its place in that file. */
export type ReturnedRow = {
  readonly row: number;
  readonly code: string;
  readonly key: string;
  /** By column of that file. */
  readonly cells: ReadonlyMap<number, string>;
};

export type ReturnedFile = {
  readonly headers: ReadonlyMap<number, string>;
  readonly rows: readonly ReturnedRow[];
};

type Sent = { readonly path: string; readonly fileName: string; readonly kind: ImportKind };

const headerWithin = 20;

/**
 * A file that carries the two columns of a file of faulty rows; null for any other, also for one that cannot be read, which its
 * import then refuses. Throws `invalid-input` with `returned-unreadable` when it breaks off behind its header.
 */
export async function readReturned({ path, fileName, kind }: Sent): Promise<ReturnedFile | null> {
  // Files of faulty rows are short, whatever their list was.
  const limits = limitsFor("village-list");
  if ((await stat(path)).size > limits.bytes) return null;
  const inspection = await inspectFile(path, fileName, limits);
  if (inspection.outcome === "refused") return null;
  const file = { format: inspection.format, limits };
  const top = await sampleTable(path, { ...file, sampleRows: headerWithin });
  const head = top.find((event) => event.type === "row" && isHead(event));
  if (head?.type !== "row") return null;
  const headers = new Map(head.cells.map(({ column, text }) => [column, text.trim()]));
  const columnOf = (header: string) =>
    [...headers].find(([, text]) => isSameHeader(text, header))?.[0] ?? Number.NaN;
  const at = { code: columnOf(returnHeaders.code), key: columnOf(returnHeaders.key) };
  const rows: ReturnedRow[] = [];
  for await (const event of readTable(path, { ...file, sheets: [head.sheet] })) {
    if (event.type === "refused")
      throw new AppError("invalid-input", { reason: "returned-unreadable", kind, code: event.code });
    if (event.type !== "row" || event.row <= head.row || event.cells.length === 0) continue;
    const cells = new Map(event.cells.map((cell) => [cell.column, textOf(cell)]));
    const [code, key] = [cells.get(at.code) ?? "", cells.get(at.key) ?? ""];
    rows.push({ row: event.row, code: code.trim().toUpperCase(), key, cells });
  }
  return { headers, rows };
}

function isHead({ cells }: TableRow): boolean {
  return Object.values(returnHeaders).every((header) => cells.some(({ text }) => isSameHeader(text, header)));
}

export function isSameHeader(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(header: string): string {
  return header.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** A spreadsheet that stored a long number as a number has lost digits: it stays visibly broken. */
function textOf({ kind, text }: TableCell): string {
  const isCut = kind === "number" && text.replace(/\D/g, "").length > 15;
  return isCut ? brokenNumber(Number(text)) : text;
}
