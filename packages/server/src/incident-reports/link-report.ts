import { readPersonCode } from "@tuwai/domain/identity";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { updateReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";
import { findReported } from "./reported-person.view.ts";

export type LinkOutcome = { readonly outcome: "linked" } | Refused<"not-reported" | "unknown-worker">;

/**
 * Says which worker a report is about; a person says so, and may say another until it is confirmed. A report of no known village
 * goes to the worker's. Throws `not-found`.
 */
export const linkIncidentReport = change(
  { name: "incident-report.link", permission: "incident_report.decide" },
  async (
    step,
    input: Operation & { readonly reportId: string; readonly personCode: string },
  ): Promise<LinkOutcome> => {
    const row = await holdReport(step, input.reportId);
    if (row.state !== "reported") return refuse(step, "not-reported");
    const read = readPersonCode(input.personCode);
    const person =
      read.status === "wajar" ? await findReported(step.tx, step.area, { code: read.code }) : undefined;
    if (person === undefined) return refuse(step, "unknown-worker");
    const { villageCode, kecamatanCode } = person;
    const linked = { personId: person.id, villageCode, kecamatanCode };
    await updateReport(step.tx, row, linked, { id: step.actor.userId, at: step.now, as: "linked" });
    await insertStep(step, { id: row.id, villageCode, kecamatanCode }, "link");
    await audit(step, row);
    return { outcome: "linked" };
  },
);
