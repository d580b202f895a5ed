import { type DayReason, daysAgainst } from "@tuwai/domain/incident-reports";
import { parseCivilDate } from "@tuwai/domain/time";
import { correctCase } from "#claims";
import type { UndoLifeEventReason } from "#life-events";
import { change, type Operation, type Refused, refuse } from "#use-case";
import { audit, holdReport } from "./change-report.ts";
import { claimKinds, confirmedPerson, tellRegister, writeConfirmed } from "./confirm-report.ts";
import { takeBack } from "./refute-report.ts";
import { insertStep } from "./report-step.store.ts";

export type CorrectReason =
  | DayReason
  | UndoLifeEventReason
  | "not-confirmed"
  | "without-date"
  | "known-otherwise";
export type CorrectOutcome = { readonly outcome: "corrected" } | Refused<CorrectReason>;

/**
 * Another day for a confirmed report: what the register was told is taken back and told anew, in one go. A day that somebody
 * told the register by another way is corrected there. Throws `not-found`.
 */
export const correctIncidentDay = change(
  { name: "incident-report.correct", permission: "incident_report.decide" },
  async (
    step,
    input: Operation & { readonly reportId: string; readonly on: string; readonly accidentOn?: string },
  ): Promise<CorrectOutcome> => {
    const row = await holdReport(step, input.reportId);
    const { kind, evidence } = row;
    if (row.state !== "confirmed" || kind === "unsure" || evidence === null)
      return refuse<CorrectReason>(step, "not-confirmed");
    const on = parseCivilDate(input.on);
    if (on === undefined) return refuse<CorrectReason>(step, "without-date");
    const person = await confirmedPerson(step, row);
    const typed = kind === "work-accident-death" ? (parseCivilDate(input.accidentOn ?? "") ?? null) : null;
    const days = { kind, on, accidentOn: typed };
    const against = daysAgainst(days, { birthDate: person.birthDate, today: step.today });
    if (against.length > 0) return refuse<CorrectReason>(step, ...against);
    if (kind !== "work-accident" && row.lifeEventId === null)
      return refuse<CorrectReason>(step, "known-otherwise");
    const reasons = await takeBack(step, row);
    if (reasons.length > 0) return refuse<CorrectReason>(step, ...reasons);
    const living = { ...(await confirmedPerson(step, row)), diedOn: null };
    const told = await tellRegister(step, row, { ...days, evidence, person: living });
    // The days were judged before: a refusal here would leave half of it done, so all of it is rolled back.
    if ("reasons" in told) throw new Error(`a corrected day was refused: ${told.reasons.join(", ")}`);
    const { claimId } = row;
    await writeConfirmed(step, row, { ...days, evidence, lifeEventId: told.lifeEventId, claimId });
    if (claimId !== null)
      await correctCase(step, claimId, { kind: claimKinds[kind], happenedOn: on, accidentOn: typed });
    await insertStep(step, row, "correct", { before: row.happenedOn, on, accidentOn: typed });
    await audit(step, row, { on, accidentOn: typed });
    return { outcome: "corrected" };
  },
);
