import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BudgetReport, readBudgetReport, type ReportProblem } from "@tuwai/domain/budget-reports";
import type { TableRow } from "@tuwai/domain/intake";
import { inspectFile, limitsFor, readTable, type TableFormat } from "#files";

const limits = limitsFor("village-list");

/** As large a report as may be handed in, in bytes. */
export const mostReportBytes = limits.bytes;

export type ReportFile = { readonly path: string; readonly fileName: string };

/** A file that is no table at all; `real` is what it is by its own first bytes. */
export type UnreadableFile = { readonly problem: "unreadable"; readonly code: string; readonly real: string };

export type ReadFile =
  | {
      readonly outcome: "read";
      readonly report: BudgetReport;
      readonly file: {
        readonly name: string;
        readonly format: TableFormat;
        readonly hash: Buffer;
        readonly bytes: Buffer;
      };
    }
  | { readonly outcome: "refused"; readonly problems: readonly (ReportProblem | UnreadableFile)[] };

const unreadable = (code: string, real = ""): ReadFile => ({
  outcome: "refused",
  problems: [{ problem: "unreadable", code, real }],
});

/** A report as it was exported, read in the process of its own in which every file is read. */
export async function readReportFile({ path, fileName }: ReportFile): Promise<ReadFile> {
  const inspection = await inspectFile(path, fileName, limits);
  if (inspection.outcome === "refused")
    return unreadable(inspection.code, String(inspection.details["real"] ?? ""));
  const rows: TableRow[] = [];
  for await (const event of readTable(path, { format: inspection.format, limits })) {
    if (event.type === "refused") return unreadable(event.code);
    if (event.type === "row") rows.push(event);
  }
  const reading = readBudgetReport(rows);
  if (reading.outcome === "refused") return reading;
  const bytes = await readFile(path);
  const hash = createHash("sha256").update(bytes).digest();
  const name = basename(fileName).slice(0, 200);
  return { outcome: "read", report: reading.report, file: { name, format: inspection.format, hash, bytes } };
}
