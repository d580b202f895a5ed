import {
  assignLines,
  type Assignments,
  type BudgetLine,
  type GroupBudget,
  type LineMatch,
  leavesOf,
  lineKey,
  matchGroups,
  type ReportStep,
  stepByReport,
} from "@tuwai/domain/budget-reports";
import { commitmentGroups } from "@tuwai/domain/commitments";
import type { Group } from "@tuwai/domain/grants";
import { AppError } from "#app";
import { accountFor, asCommitment, type GroupNeed, readYear } from "#commitments";
import type { Step } from "#use-case";
import type { KeptLines, ReportRow } from "./report.store.ts";

/** What a report has for one group beside what was promised, and what confirming it does. */
export type PlannedGroup = GroupBudget & {
  readonly account: string | null;
  readonly commitment: GroupNeed["commitment"];
  /** What the report budgets, by the amounts that count in it: after change where it has them. */
  readonly budgeted: number | null;
  readonly step: ReportStep;
};

export type ReportPlan = {
  readonly groups: readonly PlannedGroup[];
  readonly unclear: LineMatch["unclear"];
  readonly offered: LineMatch["offered"];
  /** Keys of lines that nobody assigned yet; until then nothing can be confirmed. */
  readonly unassigned: readonly string[];
  /** What the plan was made of: another when somebody took a step meanwhile. */
  readonly seen: string;
};

/** Said of lines by whoever hands the report in: a group, or "none". */
export type SaidOfLines = Readonly<Record<string, string>>;

/** Holds the lines of a report against the village's commitments. Writes nothing. */
export async function planReport(
  step: Step,
  report: ReportRow & KeptLines,
  said: SaidOfLines,
): Promise<ReportPlan> {
  const { villageCode, year, stage, hasChange, paperNumber, paperOn } = report;
  const { villages, rules, lockedAt } = await readYear(step, { year, villageCode });
  const [village] = villages;
  if (village === undefined) throw new AppError("not-found", { object: "village" });
  const { kind } = village;
  const groups = village.groups.filter(({ isApplicable }) => isApplicable);
  const accounts = groups.map(({ group, commitment }) => ({
    group,
    account: commitment?.account ?? accountFor(rules, kind, group),
  }));
  const match = matchGroups(leavesOf(report.lines), accounts);
  const assigned = assignLines(match, assignmentsIn(match, said));
  const planned = groups.map(({ group, commitment }): PlannedGroup => {
    const budget = assigned.groups.find((one) => one.group === group)!;
    const account = accounts.find((one) => one.group === group)?.account ?? null;
    const asked = { account, budget, stage, hasChange, paper: { number: paperNumber, on: paperOn } };
    const now = asCommitment(commitment, { kind, year, group }, lockedAt !== null);
    return {
      ...budget,
      account,
      commitment,
      budgeted: hasChange ? budget.changed : budget.initial,
      step: stepByReport({ ...asked, commitment: now }),
    };
  });
  return {
    groups: planned.filter(({ commitment, lines }) => commitment !== null || lines.length > 0),
    unclear: match.unclear,
    offered: match.offered,
    unassigned: assigned.outcome === "unassigned" ? assigned.keys : [],
    seen: planned.map(({ commitment }) => commitment?.version ?? 0).join("-"),
  };
}

/** Only of lines that were asked about, and only groups that there are. */
function assignmentsIn({ unclear, offered }: LineMatch, said: SaidOfLines): Assignments {
  const asked: readonly BudgetLine[] = [...unclear.map(({ line }) => line), ...offered];
  return new Map(
    asked.flatMap((line) => {
      const key = lineKey(line);
      const group = commitmentGroups.find((one) => one === said[key]);
      const answer: Group | "none" | undefined = said[key] === "none" ? "none" : group;
      return answer === undefined ? [] : [[key, answer] as const];
    }),
  );
}
