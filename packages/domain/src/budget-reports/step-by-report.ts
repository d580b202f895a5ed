import {
  type Commitment,
  type CommitmentStep,
  type StepPaper,
  type StepReason,
  takeStep,
} from "#commitments";
import { accountCode, codeParts } from "./account-code.ts";
import type { GroupBudget } from "./match-groups.ts";

/** A draft has not been put in force yet. */
export const reportStages = ["draft", "enacted"] as const;
export type ReportStage = (typeof reportStages)[number];

export type ReportStay = "no-promise" | "no-account" | "not-in-budget" | StepReason;
export type ReportStep =
  | { readonly outcome: "takes"; readonly step: CommitmentStep; readonly amount: number }
  /** Nothing happens to the group, and why. */
  | { readonly outcome: "stays"; readonly reasons: readonly ReportStay[] };

type Asked = {
  readonly commitment: Commitment;
  /** Under which code the group is budgeted; null where nobody decided one. */
  readonly account: string | null;
  readonly budget: GroupBudget;
  readonly stage: ReportStage;
  /** A report with amounts after change is one of the change budget. */
  readonly hasChange: boolean;
  readonly paper: StepPaper;
};

const unsaid = ["belum", "rancangan", "ditarik"];

/** The step that a report makes a group's commitment take: into the draft, or in force, with exactly what is printed. */
export function stepByReport(asked: Asked): ReportStep {
  const { commitment, account, budget, stage, hasChange, paper } = asked;
  const printed = hasChange ? budget.changed : budget.initial;
  const own = account ?? codeOf(budget);
  if (unsaid.includes(commitment.state)) return stays("no-promise");
  if (own === null) return stays("no-account");
  if (stage === "enacted" && (printed ?? 0) === 0) return stays("not-in-budget");
  // A whole draft without the line is a draft with nothing for the group: that is what its evaluator has to see.
  const amount = printed ?? 0;
  const of = { budget: hasChange ? ("changed" as const) : ("initial" as const), amount, paper };
  const step: CommitmentStep =
    stage === "draft" ? { step: "draft-budget", ...of } : { step: "settle", ...of, account: own };
  const answer = takeStep(commitment, step);
  return answer.outcome === "taken" ? { outcome: "takes", step, amount } : { ...answer, outcome: "stays" };
}

const stays = (reason: ReportStay): ReportStep => ({ outcome: "stays", reasons: [reason] });

/** The code that a line itself carries, where nobody decided one and a person said whose line it is. */
function codeOf({ lines: [line] }: GroupBudget): string | null {
  const parts = codeParts(line?.account ?? "");
  return parts === null ? null : accountCode(parts);
}
