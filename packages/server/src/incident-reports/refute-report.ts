import { type Refutal, refutals } from "@tuwai/domain/incident-reports";
import { type UndoLifeEventReason, untellLifeEvent } from "#life-events";
import { hasReceivedMoney, withdrawCase } from "#claims";
import { change, type Operation, type Step, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { type ReportRow, updateReport } from "./report.store.ts";
import { insertStep } from "./report-step.store.ts";

export type RefuteReason = UndoLifeEventReason | "closed" | "without-reason" | "money-received";
export type RefuteOutcome = { readonly outcome: "refuted" } | Refused<RefuteReason>;

/**
 * Says that a report is not true. What the register was told by it is taken back: pledge, obligations, cover and refunds stand as
 * they stood. Throws `not-found`.
 */
export const refuteIncidentReport = change(
  { name: "incident-report.refute", permission: "incident_report.decide" },
  async (
    step,
    input: Operation & { readonly reportId: string; readonly refutal: string },
  ): Promise<RefuteOutcome> => {
    const row = await holdReport(step, input.reportId);
    const refutal = refutals.find((known: Refutal) => known === input.refutal);
    if (row.state !== "reported" && row.state !== "confirmed") return refuse<RefuteReason>(step, "closed");
    if (refutal === undefined) return refuse<RefuteReason>(step, "without-reason");
    if (row.claimId !== null && (await hasReceivedMoney(step, row.claimId)))
      return refuse<RefuteReason>(step, "money-received");
    const reasons = await takeBack(step, row);
    if (reasons.length > 0) return refuse<RefuteReason>(step, ...reasons);
    if (row.claimId !== null) await withdrawCase(step, row.claimId);
    const change = { state: "refuted", refutal, lifeEventId: null } as const;
    await updateReport(step.tx, row, change, { id: step.actor.userId, at: step.now, as: "decided" });
    await insertStep(step, row, "refute", { refutal });
    await audit(step, row, { reason: refutal });
    return { outcome: "refuted" };
  },
);

/** Takes back what the register was told by a report. What speaks against it; one that somebody undid already stands as undone. */
export async function takeBack(step: Step, row: ReportRow): Promise<readonly UndoLifeEventReason[]> {
  if (row.lifeEventId === null) return [];
  const answer = await untellLifeEvent(step.under("worker.life_event.undo"), row.lifeEventId);
  return answer.outcome === "undone" ? [] : answer.reasons.filter((reason) => reason !== "already-undone");
}
