import { AppError } from "#app";
import { requireYear } from "#commitments";
import { placeOf } from "#regions";
import { read } from "#use-case";
import { planReport, type ReportPlan, type SaidOfLines } from "./plan-report.ts";
import {
  findReport,
  findSealedFile,
  type KeptLines,
  listReportRows,
  type ReportRow,
} from "./report.store.ts";
import { listReportedGroups, type ReportedGroup } from "./reported-group.view.ts";

/** The reports that were handed in of one village and year, newest first. Throws `not-found`. */
export const listBudgetReports = read(
  { purpose: "budget-reports", permission: "village_commitment.paper" },
  async (
    step,
    input: { readonly villageCode: string; readonly year?: number },
  ): Promise<{ readonly name: string; readonly reports: readonly ReportRow[] }> => {
    const year = requireYear(input.year, step.today);
    const { villageCode, name } = step.within((await placeOf(step.tx, input.villageCode)) ?? undefined);
    return { name, reports: await listReportRows(step.tx, { area: step.area, villageCode, year }) };
  },
);

export type ShownReport = Omit<ReportRow, "fileHash"> &
  KeptLines & {
    readonly village: string;
    /** Of the file as it came, so that paper and record can be compared. */
    readonly hash: string;
    /** What confirming would do now; null once it was confirmed. */
    readonly plan: ReportPlan | null;
    /** What it had for each group when it was confirmed. */
    readonly groups: readonly ReportedGroup[];
  };

/** One report with its lines, and what it says of each group. Throws `not-found`. */
export const getBudgetReport = read(
  { purpose: "budget-report", permission: "village_commitment.paper" },
  async (step, input: { readonly reportId: string; readonly said?: SaidOfLines }): Promise<ShownReport> => {
    const report = await findReport(step.tx, step.area, input.reportId);
    if (report === undefined) throw new AppError("not-found", { object: "report" });
    const place = await placeOf(step.tx, report.villageCode);
    const { fileHash, ...shown } = report;
    return {
      ...shown,
      village: place?.name ?? report.villageCode,
      hash: fileHash.toString("hex"),
      plan: report.confirmedAt === null ? await planReport(step, report, input.said ?? {}) : null,
      groups: await listReportedGroups(step.tx, report.id),
    };
  },
);

/** The file of a report as it came. Throws `not-found`. */
export const openBudgetReport = read(
  { purpose: "budget-report-file", permission: "village_commitment.paper" },
  async (step, input: { readonly reportId: string }) => {
    const file = await findSealedFile(step.tx, step.area, input.reportId);
    if (file === undefined) throw new AppError("not-found", { object: "report" });
    await step.audit({
      action: "budget-report.open",
      objectType: "budget_report",
      objectId: file.id,
      details: {},
    });
    const place = { table: "budget_reports", column: "file", rowId: file.id };
    return { format: file.fileFormat, bytes: step.app.keys.openBytes(file.sealed, place) };
  },
);
