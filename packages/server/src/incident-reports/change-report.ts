import { AppError, isUuid } from "#app";
import type { Step } from "#use-case";
import { findReport, type ReportRow } from "./report.store.ts";

export type ChangeReason = "changed-meanwhile" | "not-reported" | "not-confirmed" | "not-linked" | "closed";

/** The report that is going to change, held. Throws `not-found`. */
export async function holdReport(step: Step, reportId: string): Promise<ReportRow> {
  const row = isUuid(reportId) ? await findReport(step.tx, step.area, reportId, "hold") : undefined;
  if (row === undefined) throw new AppError("not-found");
  return row;
}

type AuditDetails = Partial<Record<"kind" | "on" | "accidentOn" | "document" | "reason", string | null>>;

/** Days and codes only: the trail names nobody. */
export const audit = (step: Step, row: ReportRow, details: AuditDetails = {}): Promise<void> =>
  step.audit({ objectType: "incident_report", objectId: row.id, details });
