import { recogniseTable } from "@tuwai/domain/columns";
import { checkRow, createFileCheck, createTableReader } from "@tuwai/domain/imports";
import {
  type CheckContext,
  type ImportKind,
  placeKey,
  type TableRecognition,
  type TableRow,
} from "@tuwai/domain/intake";
import { region, resolveVillage } from "@tuwai/domain/regions";
import { civilDate } from "@tuwai/domain/time";
import { limitsFor } from "./file-limits.ts";
import { inspectFile } from "./inspect-file.ts";
import { readTable, sampleTable } from "./read-table.ts";
import type { TableEvent } from "./table-events.ts";

export type JudgedRow = {
  readonly row: number;
  readonly fate: string;
  readonly codes: readonly string[];
  readonly hidden: boolean;
};

export type JudgedFile =
  | { readonly refused: string; readonly details: Readonly<Record<string, unknown>> }
  | {
      readonly refused: null;
      readonly recognition: TableRecognition;
      readonly rows: readonly JudgedRow[];
      readonly counted: number;
      readonly remarks: readonly string[];
    };

const villages = [
  region("13.77.03.2004", "Naras Hilir"),
  region("13.77.01.1008", "Kampung Jawa I"),
  region("13.77.01.1009", "Kampung Jawa II"),
  region("13.77.01.1010", "Kampung Baru"),
  region("13.77.01.2020", "Kampung Baru Padusunan"),
];

/** For tests: everything that happens to a file between the upload and the database, as the operator of `of` would send it. */
export async function judgeFile(
  path: string,
  name: string,
  kind: ImportKind,
  of?: string,
): Promise<JudgedFile> {
  const limits = limitsFor(kind);
  const inspection = await inspectFile(path, name, limits);
  if (inspection.outcome === "refused") return { refused: inspection.code, details: inspection.details };
  const options = { format: inspection.format, limits };
  const sample = await sampleTable(path, options);
  const early = sample.find((event) => event.type === "refused");
  if (early !== undefined) return { refused: early.code, details: early.details };
  const recognition = recogniseTable(
    sample.filter((event) => event.type === "row"),
    kind,
    [],
    {
      names: new Map(
        sample.flatMap((event) => (event.type === "sheet" ? [[event.sheet, event.name] as const] : [])),
      ),
    },
  );
  if (recognition.headerRows.length === 0)
    return { refused: "E-HEADER", details: recognition.remarks[0]?.details ?? {} };
  const events: TableEvent[] = [];
  for await (const event of readTable(path, { ...options, sheets: [recognition.sheet] })) events.push(event);
  const late = events.find((event) => event.type === "refused");
  if (late !== undefined) return { refused: late.code, details: late.details };
  const rows = judgeRows(
    events.filter((event) => event.type === "row"),
    recognition,
    contextFor(of),
  );
  const counted = events
    .flatMap((event) => (event.type === "end" ? event.sheets : []))
    .reduce((sum, sheet) => sum + sheet.counted, 0);
  const remarks = events.flatMap((event) => (event.type === "remark" ? [event.code as string] : []));
  return { refused: null, recognition, rows, counted, remarks };
}

/** Rows in order with their fate; errors and warnings by code, remarks for information left out. */
export function judgeRows(
  rows: readonly TableRow[],
  recognition: TableRecognition,
  context: CheckContext,
): JudgedRow[] {
  const reader = createTableReader(recognition);
  const fileCheck = createFileCheck(recognition.kind);
  const read = rows.flatMap((row) => reader.read(row));
  const judged = read.map(({ row, rowClass: fate, mapped }): JudgedRow & { readonly key: number } => {
    const at = { row: row.row, hidden: row.hidden, key: placeKey(row) };
    if (fate === "note") fileCheck.addNote(mapped);
    if (fate !== "data") return { ...at, fate, codes: [] };
    const checked = checkRow(recognition.kind, mapped, context);
    fileCheck.add(at.key, checked);
    const codes = checked.issues.filter(({ severity }) => severity !== "info").map(({ code }) => code);
    return { ...at, fate: checked.outcome, codes };
  });
  const { issues, duplicates } = fileCheck.finish();
  return judged.map(({ key, ...row }) => {
    const more = issues.get(key) ?? [];
    if (duplicates.has(key)) return { ...row, fate: "duplicate" };
    const isRefused = more.some(({ severity }) => severity === "error");
    return {
      ...row,
      fate: isRefused ? "refused" : row.fate,
      codes: [...row.codes, ...more.map(({ code }) => code)],
    };
  });
}

export function contextFor(of?: string): CheckContext {
  const own = villages.find(({ name }) => name === of);
  return {
    today: civilDate("2026-11-21"),
    identityNumbers: "synthetic",
    region: "13.77",
    readVillage: (text) => {
      const answer = resolveVillage(text, { regions: villages });
      if (answer.outcome === "found") return { outcome: "found", code: answer.village.code, by: answer.by };
      return answer.outcome === "ask"
        ? { outcome: "ask", candidates: answer.candidates.map(({ code }) => code) }
        : { outcome: "none" };
    },
    ...(own === undefined ? {} : { allowedVillages: [own.code] }),
  };
}
