import type { Group } from "#grants";
import { codeParts, isSameCode, splitCode, startsWith } from "./account-code.ts";
import { type BudgetLine, lineKey } from "./budget-line.ts";

/** Under which code each group is budgeted; null where nobody decided one. */
export type GroupAccount = { readonly group: Group; readonly account: string | null };

export type GroupLines = { readonly group: Group; readonly lines: readonly BudgetLine[] };

/** A line that a person has to assign: it carries the code of several groups, or one above theirs. */
export type UnclearLine = { readonly line: BudgetLine; readonly groups: readonly Group[] };

export type LineMatch = {
  readonly matched: readonly GroupLines[];
  readonly unclear: readonly UnclearLine[];
  /** Lines that speak of insurance and carry no group's code: for whoever knows better. */
  readonly offered: readonly BudgetLine[];
};

const partsOf = (code: string | null) => (code === null ? [] : (codeParts(code) ?? []));

/** `same`: the line carries the group's code. `above`: a code that holds it and others. */
function relation({ activity, account }: BudgetLine, code: string): "same" | "above" | "none" {
  const wanted = splitCode(partsOf(code));
  const own = partsOf(account);
  if (wanted.activity.length > 0 && !isSameCode(partsOf(activity), wanted.activity)) return "none";
  if (wanted.account.length === 0) return activity === null ? "none" : "above";
  if (isSameCode(own, wanted.account)) return "same";
  return own.length >= 3 && startsWith(wanted.account, own) ? "above" : "none";
}

/** Activity 1.1.03 is the insurance of village officers; elsewhere only the words of a line can say so. */
const speaksOfInsurance = ({ activity, name }: BudgetLine): boolean =>
  /ketenagakerjaan|jamsostek|\bjkk\b|\bjkm\b/i.test(name) ||
  (activity === "1.1.03" && !/kesehatan/i.test(name)) ||
  /\bbpjs\b(?!.*kesehatan)/i.test(name);

/** Which lines of a budget pay for which group. A line goes to a group only by a code that is that group's alone. */
export function matchGroups(leaves: readonly BudgetLine[], accounts: readonly GroupAccount[]): LineMatch {
  const matched = new Map<Group, BudgetLine[]>();
  const unclear: UnclearLine[] = [];
  const offered: BudgetLine[] = [];
  for (const line of leaves.filter(({ account }) => account === null || account.startsWith("5"))) {
    const related = accounts.flatMap(({ group, account }) => {
      const how = account === null ? "none" : relation(line, account);
      return how === "none" ? [] : [{ group, how }];
    });
    const [only] = related;
    if (only !== undefined && related.length === 1 && only.how === "same")
      matched.set(only.group, [...(matched.get(only.group) ?? []), line]);
    else if (related.length > 0) unclear.push({ line, groups: related.map(({ group }) => group) });
    else if (speaksOfInsurance(line)) offered.push(line);
  }
  return {
    matched: accounts.map(({ group }) => ({ group, lines: matched.get(group) ?? [] })),
    unclear,
    offered,
  };
}

/** Said by a person of a line: whose it is, or that it is no commitment. By the line's key. */
export type Assignments = ReadonlyMap<string, Group | "none">;

export type GroupBudget = GroupLines & {
  /** What the lines add up to; null where the group has none. */
  readonly initial: number | null;
  readonly changed: number | null;
};

export type AssignedLines =
  | { readonly outcome: "assigned"; readonly groups: readonly GroupBudget[] }
  /** Keys of lines that nobody assigned yet. */
  | {
      readonly outcome: "unassigned";
      readonly keys: readonly string[];
      readonly groups: readonly GroupBudget[];
    };

/** The budget of each group once every line that could not be told apart was assigned. */
export function assignLines(match: LineMatch, assignments: Assignments): AssignedLines {
  const open = match.unclear.map(({ line }) => lineKey(line)).filter((key) => !assignments.has(key));
  const asked = [...match.unclear.map(({ line }) => line), ...match.offered];
  const groups = match.matched.map(({ group, lines }): GroupBudget => {
    const own = [...lines, ...asked.filter((line) => assignments.get(lineKey(line)) === group)];
    return { group, lines: own, initial: sumOf(own, "initial"), changed: sumOf(own, "changed") };
  });
  return open.length === 0 ? { outcome: "assigned", groups } : { outcome: "unassigned", keys: open, groups };
}

function sumOf(lines: readonly BudgetLine[], column: "initial" | "changed"): number | null {
  const printed = lines.flatMap((line) => line[column] ?? []);
  return printed.length === 0 ? null : printed.reduce((sum, amount) => sum + amount, 0);
}
