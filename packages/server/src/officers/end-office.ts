import { lastDay, type Month, monthOf, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { recordLeavings } from "#cover";
import { endEnrolmentsOf, lockPayers } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { listOfficersOf, type OfficerRow } from "./officer.view.ts";

/** Why an office ended; a death is told as an event of life. */
const endReasons = ["term-over", "dismissed", "resigned", "other-employer", "listed-by-mistake"] as const;

export type EndOffice = Operation & {
  readonly personIds: readonly string[];
  /** The last month that the village still pays, e.g. "2026-11". */
  readonly lastMonth: string;
  readonly reason: string;
};

export type EndOfficeOutcome =
  | { readonly outcome: "ended"; readonly officers: number }
  | {
      readonly outcome: "refused";
      readonly reasons: readonly ("not-enrolled" | "reason-missing" | "month-unclear")[];
    };

/**
 * An officer leaves office: the village owes nothing from the month after, BPJS is told by the list of leavers, and the cover clock
 * ends with the last month. Of whoever was not sent to BPJS yet nothing remains.
 */
export const endOffice = change(
  { name: "officer.end", permission: "officer.enrol" },
  async (step, input: EndOffice): Promise<EndOfficeOutcome> => {
    await lockPayers(step.tx);
    const month = parseMonth(input.lastMonth);
    const reason = endReasons.find((one) => one === input.reason);
    const rows = (await listOfficersOf(step.tx, step.area, input.personIds)).filter(isEnrolled);
    const thisMonth = monthOf(step.today);
    if (month === undefined) throw new AppError("invalid-input", { field: "lastMonth" });
    const isNear = month >= shiftMonth(thisMonth, -12) && month <= shiftMonth(thisMonth, 3);
    const reasons = [
      ...(rows.length === 0 ? (["not-enrolled"] as const) : []),
      ...(reason === undefined ? (["reason-missing"] as const) : []),
      ...(isNear ? [] : (["month-unclear"] as const)),
    ];
    if (reasons.length > 0 || reason === undefined) return step.unchanged({ outcome: "refused", reasons });
    await endAll(step, rows, month);
    const details = { lastMonth: month, reason, enrolments: rows.map(({ enrolmentId }) => enrolmentId) };
    await step.audit({ objectType: "enrolment", objectId: "officers", details });
    return { outcome: "ended", officers: rows.length };
  },
);

type Enrolled = OfficerRow & { readonly enrolmentId: string };

const isEnrolled = (row: OfficerRow): row is Enrolled => row.enrolmentId !== null && !row.isPaidOtherwise;

async function endAll(step: Step, rows: readonly Enrolled[], lastMonth: Month): Promise<void> {
  const enrolmentIds = rows.map(({ enrolmentId }) => enrolmentId);
  await endEnrolmentsOf(step, enrolmentIds, shiftMonth(lastMonth, 1));
  const known = rows.filter(
    ({ enrolmentState }) => enrolmentState === "sent" || enrolmentState === "accepted",
  );
  await recordLeavings(
    step,
    known.map((row) => ({ ...row, on: lastDay(lastMonth) })),
  );
}
