import type { ReportStay } from "@tuwai/domain/budget-reports";
import type { Group } from "@tuwai/domain/grants";
import type { ReportPlan, ShownReport } from "@tuwai/server/budget-reports";

/** One group of a report beside its promise, as planned or as it was confirmed. */
export type ShownGroup = {
  readonly group: Group;
  readonly codes: string | null;
  readonly promised: number | null;
  readonly initial: number | null;
  readonly changed: number | null;
  /** What counts: after change where the report has it. Null where nobody can say. */
  readonly budgeted: number | null;
  readonly short: number;
  /** What confirming does; null once it was done. */
  readonly effect:
    | { readonly outcome: "takes"; readonly amount: number }
    | { readonly outcome: "stays"; readonly reasons: readonly ReportStay[] }
    | null;
};

type Asked = Pick<ShownReport, "plan" | "groups" | "hasChange">;

export function groupsShown({ plan, groups, hasChange }: Asked): readonly ShownGroup[] {
  if (plan !== null) return plan.groups.map(planned);
  return groups.map(({ group, codes, promised, initial, changed }) => {
    const budgeted = hasChange ? changed : initial;
    const short = promised - (budgeted ?? 0);
    return {
      group,
      codes: codes.join(", ") || null,
      promised,
      initial,
      changed,
      budgeted,
      short,
      effect: null,
    };
  });
}

function planned({
  group,
  account,
  lines,
  commitment,
  initial,
  changed,
  budgeted,
  step,
}: ReportPlan["groups"][number]): ShownGroup {
  const takes = step.outcome === "takes";
  const isSaid = commitment !== null && !["belum", "rancangan", "ditarik"].includes(commitment.state);
  const promised = isSaid ? commitment.promised : null;
  // A whole report without the line has nothing for a group that has a code; without a code nobody can say.
  const now = budgeted ?? (account === null ? null : 0);
  return {
    group,
    codes: account ?? lines[0]?.account ?? null,
    promised,
    initial,
    changed,
    budgeted: now,
    short: promised === null || now === null ? 0 : promised - now,
    effect: takes ? { outcome: "takes", amount: step.amount } : { outcome: "stays", reasons: step.reasons },
  };
}

/** By which a line is named in an address: "baris-1-12=kades". */
export const lineField = "baris-";

/** What an address says of lines. */
export const saidIn = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...search]
      .filter(([name, value]) => name.startsWith(lineField) && value !== "")
      .map(([name, value]) => [name.slice(lineField.length), value]),
  );
