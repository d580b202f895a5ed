import type { BudgetLine } from "@tuwai/domain/budget-reports";
import type { Group } from "@tuwai/domain/grants";
import { AppError } from "#app";
import { takeReportedStep } from "#commitments";
import { change, type Operation, type Step } from "#use-case";
import { planReport, type PlannedGroup, type SaidOfLines } from "./plan-report.ts";
import { insertGroup, lockReport, markConfirmed, type ReportRow } from "./report.store.ts";

type Input = Operation & {
  readonly reportId: string;
  readonly said?: SaidOfLines;
  /** As the plan had it; another is `stale`. */
  readonly seen: string;
};

export type ConfirmOutcome =
  | { readonly outcome: "confirmed"; readonly groups: readonly Group[] }
  | { readonly outcome: "refused"; readonly reason: "confirmed-before" | "unassigned" | "no-step" };

/**
 * Takes, for every group that a report has or lacks, the step that the report shows, all at once, with the report as its evidence.
 * Groups whose step is not theirs to take now stay as they are. Throws `not-found`, `stale`.
 */
export const confirmBudgetReport = change(
  { name: "budget-report.confirm", permission: "village_commitment.write" },
  async (step, input: Input): Promise<ConfirmOutcome> => {
    const report = await lockReport(step.tx, step.area, input.reportId);
    if (report === undefined) throw new AppError("not-found", { object: "report" });
    const refuse = (reason: Extract<ConfirmOutcome, { outcome: "refused" }>["reason"]) =>
      step.unchanged({ outcome: "refused" as const, reason });
    if (report.confirmedAt !== null) return refuse("confirmed-before");
    const plan = await planReport(step, report, input.said ?? {});
    if (plan.seen !== input.seen) throw new AppError("stale", {});
    if (plan.unassigned.length > 0) return refuse("unassigned");
    const taken = plan.groups.filter(({ step: of }) => of.outcome === "takes");
    if (taken.length === 0) return refuse("no-step");
    const { actor, now: at } = step;
    await markConfirmed(step.tx, { id: report.id, by: actor.userId, role: actor.role, at });
    for (const group of plan.groups) await keepGroup(step, report, group);
    const groups = taken.map(({ group }) => group);
    const { year, villageCode, stage } = report;
    await step.audit({
      objectType: "budget_report",
      objectId: report.id,
      details: { year, villageCode, kind: stage, count: groups.length },
    });
    return { outcome: "confirmed", groups };
  },
);

async function keepGroup(step: Step, report: ReportRow, planned: PlannedGroup): Promise<void> {
  const { group, commitment, initial, changed, lines } = planned;
  if (commitment === null) return;
  const { id: reportId, villageCode, kecamatanCode } = report;
  const place = { regionCode: step.actor.regionCode, villageCode, kecamatanCode };
  const of = { reportId, group, commitmentId: commitment.id, initial, changed, codes: accountsOf(lines) };
  await insertGroup(step.tx, { ...place, ...of });
  if (planned.step.outcome !== "takes") return;
  const answer = await takeReportedStep(step, {
    commitmentId: commitment.id,
    version: commitment.version,
    taken: planned.step.step,
    paper: { number: report.paperNumber, on: report.paperOn },
    report: {
      id: reportId,
      name: report.fileName,
      type: mediaTypes[report.fileFormat],
      hash: report.fileHash,
    },
  });
  if (answer.outcome === "refused") throw new AppError("stale", { group });
}

/** "1.1.03 5.1.3.03", each once. */
const accountsOf = (lines: readonly BudgetLine[]): readonly string[] => [
  ...new Set(
    lines.map(({ activity, account }) => [activity, account].filter((code) => code !== null).join(" ")),
  ),
];

const mediaTypes: Readonly<Record<ReportRow["fileFormat"], string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
};
