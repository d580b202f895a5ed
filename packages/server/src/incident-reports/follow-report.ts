import { change, type Operation, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { updateReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";

export type FollowOutcome = { readonly outcome: "followed" } | Refused<"not-confirmed">;

/** That somebody has spoken with the family and told BPJS. It leaves the tasks. Throws `not-found`. */
export const followIncidentReport = change(
  { name: "incident-report.follow", permission: "incident_report.follow" },
  async (step, { reportId }: Operation & { readonly reportId: string }): Promise<FollowOutcome> => {
    const row = await holdReport(step, reportId);
    if (row.state !== "confirmed" || row.followedAt !== null) return refuse(step, "not-confirmed");
    await updateReport(step.tx, row, {}, { id: step.actor.userId, at: step.now, as: "followed" });
    await insertStep(step, row, "follow");
    await audit(step, row);
    return { outcome: "followed" };
  },
);
