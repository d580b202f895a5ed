import { change, type Operation, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { moveMerged, updateReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";

export type MergeReason = "not-reported" | "closed" | "same-report" | "another-person";
export type MergeOutcome = { readonly outcome: "merged" } | Refused<MergeReason>;

/**
 * Two reports of one event become one: this one goes into the other, which may be confirmed already. Both codes go on working, and
 * tell where the one that stays stands. Throws `not-found`.
 */
export const mergeIncidentReports = change(
  { name: "incident-report.merge", permission: "incident_report.decide" },
  async (
    step,
    input: Operation & { readonly reportId: string; readonly otherReportId: string },
  ): Promise<MergeOutcome> => {
    if (input.reportId === input.otherReportId) return refuse<MergeReason>(step, "same-report");
    // In one order, so that two merges at once wait for each other instead of locking each other out.
    const [first, second] = [input.reportId, input.otherReportId].toSorted();
    const held = [await holdReport(step, first!), await holdReport(step, second!)];
    const row = held.find(({ id }) => id === input.reportId)!;
    const other = held.find(({ id }) => id === input.otherReportId)!;
    if (row.state !== "reported") return refuse<MergeReason>(step, "not-reported");
    if (other.state !== "reported" && other.state !== "confirmed") return refuse<MergeReason>(step, "closed");
    if (row.personId !== null && other.personId !== null && row.personId !== other.personId)
      return refuse<MergeReason>(step, "another-person");
    const merged = { state: "merged", mergedInto: other.id } as const;
    await updateReport(step.tx, row, merged, { id: step.actor.userId, at: step.now, as: "decided" });
    await moveMerged(step.tx, row.id, other.id);
    await insertStep(step, row, "merge", { into: other.id });
    await insertStep(step, other, "merge", { from: row.id });
    await audit(step, row);
    return { outcome: "merged" };
  },
);
