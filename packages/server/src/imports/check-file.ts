import { createHash } from "node:crypto";
import { recogniseTable } from "@tuwai/domain/columns";
import {
  checkRow,
  createFileCheck,
  createTableReader,
  type FileCheck,
  type ReadRow,
} from "@tuwai/domain/imports";
import {
  type CheckContext,
  type FileRemark,
  type ImportedRow,
  type ImportKind,
  issueRules,
  placeKey,
  type RememberedMapping,
  type RowIssue,
  type SheetChoice,
  type TableRecognition,
  type TableRow,
} from "@tuwai/domain/intake";
import {
  type FileLimits,
  inspectFile,
  limitsFor,
  readTable,
  sampleTable,
  type SheetCount,
  type TableEvent,
  type TableFormat,
} from "#files";
import type { Refusal } from "./import-batch.ts";
import { keepReading } from "./keep-reading.ts";
import { surveyTable } from "./survey-table.ts";

const sampleRowsPerSheet = 400;

export type CheckedFileRow = {
  readonly row: TableRow;
  readonly outcome: "accepted" | "quarantined" | "blank" | "header" | "note";
  readonly values: ImportedRow | null;
  readonly issues: readonly RowIssue[];
};

export type FileOutcome =
  | { readonly outcome: "refused"; readonly refusal: Refusal }
  | {
      readonly outcome: "needs-mapping";
      readonly recognition: TableRecognition;
      readonly remarks: readonly FileRemark[];
    }
  | {
      readonly outcome: "checked";
      readonly recognition: TableRecognition;
      readonly remarks: readonly FileRemark[];
      readonly verdict: ReturnType<ReturnType<typeof createFileCheck>["finish"]>;
    };

type Input = {
  readonly path: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly context: CheckContext;
  /** Mappings this sender used before, newest first; the one whose headers fit is used. */
  readonly remembered: readonly RememberedMapping[];
  /** The sheets a person named; null: those that belong together, or a question. */
  readonly sheets?: SheetChoice | null;
  /** A person's corrected recognition; replaces recognising. */
  readonly chosen: TableRecognition | null;
  readonly onRow: (row: CheckedFileRow) => Promise<void>;
  /** Ends the reading; its reason is thrown. */
  readonly signal?: AbortSignal;
};

/**
 * One file: some hundred rows to see how the list lies in it, then all to see what its columns say as a whole, then every row
 * checked and handed to `onRow` in order. Only a list too long to be kept is read once more for that. Rows read are compared with the count of an independent reader (reliability.md D.1); if they differ, the file is refused.
 */
export async function checkFile(input: Input): Promise<FileOutcome> {
  const limits = limitsFor(input.kind);
  const inspection = await inspectFile(input.path, input.fileName, limits);
  if (inspection.outcome === "refused")
    return { outcome: "refused", refusal: { code: inspection.code, details: inspection.details } };
  const file = { path: input.path, format: inspection.format, limits };
  const recognised = input.chosen
    ? { recognition: input.chosen, remarks: [], sample: [] }
    : await recognise(file, input);
  if ("refusal" in recognised) return { outcome: "refused", refusal: recognised.refusal };
  const { recognition, sample } = recognised;
  const blocking = [...recognised.remarks, ...recognition.remarks].find(isRefusal);
  if (blocking) return { outcome: "refused", refusal: { code: blocking.code, details: blocking.details } };
  if (!recognition.isReady) return { outcome: "needs-mapping", recognition, remarks: recognised.remarks };
  return checkRows({ ...file, sample }, input, recognition);
}

type OpenFile = { readonly path: string; readonly format: TableFormat; readonly limits: FileLimits };

async function recognise(file: OpenFile, input: Input) {
  const events = await sampleTable(file.path, { ...file, sampleRows: sampleRowsPerSheet }, input.signal);
  const refused = events.find((event) => event.type === "refused");
  if (refused) return { refusal: { code: refused.code, details: refused.details } };
  const sample = events.filter((event) => event.type === "row");
  const remarks: FileRemark[] = events
    .filter((event) => event.type === "remark")
    .map(({ code, details }) => ({ code, details }));
  const names = new Map(
    events.flatMap((event) => (event.type === "sheet" ? [[event.sheet, event.name] as const] : [])),
  );
  const sheets = { names, choice: input.sheets ?? null };
  const plain = recogniseTable(sample, input.kind, [], sheets);
  const remembered = input.remembered.find((mapping) => headersOf(mapping) === headersOf(plain.columns));
  const recognition = remembered ? recogniseTable(sample, input.kind, remembered, sheets) : plain;
  return { recognition, remarks: [...remarks, ...recognition.remarks], sample };
}

function headersOf(columns: readonly { readonly header: string }[]): string {
  return columns
    .map((column) => column.header.trim().toLowerCase())
    .filter((header) => header !== "")
    .join("|");
}

/** Tells one header row from another, for mappings remembered per sender. */
export function headerHash(columns: readonly { readonly header: string }[]): Buffer {
  return createHash("sha256").update(headersOf(columns)).digest();
}

type SampledFile = OpenFile & { readonly sample: readonly TableEvent[] };

async function checkRows(
  file: SampledFile,
  input: Input,
  recognition: TableRecognition,
): Promise<FileOutcome> {
  const reader = createTableReader(recognition);
  const sheets = sheetsOf(recognition);
  const fileCheck = createFileCheck(input.kind);
  const { kind, context: given } = input;
  const { path, format, limits } = file;
  const reading = keepReading(readTable(path, { format, limits, sheets }, input.signal));
  const isSampled = isWhole(file, sheets);
  const survey = await surveyTable(isSampled ? file.sample : reading.events, {
    kind,
    recognition,
    today: given.today,
  });
  const context = { ...given, columns: survey.facts };
  const remarks: FileRemark[] = [...survey.remarks];
  const judged = { kind, context, fileCheck };
  const events = isSampled
    ? reading.events
    : (reading.whole() ?? readTable(path, { format, limits, sheets }, input.signal));
  for await (const event of events) {
    if (event.type === "refused")
      return { outcome: "refused", refusal: { code: event.code, details: event.details } };
    if (event.type === "remark") remarks.push({ code: event.code, details: event.details });
    if (event.type === "end" && !isConserved(event.sheets, sheets)) {
      return { outcome: "refused", refusal: { code: "E-COUNT", details: {} } };
    }
    if (event.type !== "row") continue;
    for (const read of reader.read(event)) await input.onRow(judge(read, judged));
  }
  const verdict = fileCheck.finish();
  const blocking = verdict.remarks.find(isRefusal);
  if (blocking) return { outcome: "refused", refusal: { code: blocking.code, details: blocking.details } };
  return {
    outcome: "checked",
    recognition: { ...reader.recognition(), facts: survey.facts },
    remarks: [...remarks, ...verdict.remarks, ...recognition.remarks],
    verdict,
  };
}

/** A list that ends within the sample has been seen whole. */
function isWhole({ sample }: SampledFile, sheets: readonly number[]): boolean {
  const seen = (sheet: number) =>
    sample.filter((event) => event.type === "row" && event.sheet === sheet).length;
  return sheets.every((sheet) => seen(sheet) > 0 && seen(sheet) < sampleRowsPerSheet);
}

type Judging = Pick<Input, "kind" | "context"> & { readonly fileCheck: FileCheck };

function judge({ row, rowClass, mapped }: ReadRow, { kind, context, fileCheck }: Judging): CheckedFileRow {
  if (rowClass === "note") fileCheck.addNote(mapped);
  if (rowClass !== "data") return { row, outcome: rowClass, values: null, issues: [] };
  const checked = checkRow(kind, mapped, context);
  fileCheck.add(placeKey(row), checked);
  const outcome = checked.outcome === "accepted" ? "accepted" : "quarantined";
  return { row, outcome, values: checked.values, issues: checked.issues };
}

const questions: ReadonlySet<string> = new Set(["E-COLUMN-MISSING", "E-COLUMN-TWICE", "E-SHEET"]);

/** An error of the whole file is refused; which column means what is a question for a person instead. */
function isRefusal({ code }: FileRemark): boolean {
  return issueRules[code].severity === "error" && !questions.has(code);
}

function sheetsOf({ sheet, others = [] }: TableRecognition): readonly number[] {
  return [...new Set([sheet, ...others.map((table) => table.sheet)])];
}

function isConserved(counts: readonly SheetCount[], sheets: readonly number[]): boolean {
  return counts.every(({ sheet, read, counted }) => !sheets.includes(sheet) || read === counted);
}
