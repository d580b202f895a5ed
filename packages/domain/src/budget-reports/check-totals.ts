import { codeParts, startsWith } from "./account-code.ts";
import {
  type AmountColumn,
  amountColumns,
  type BudgetDifference,
  type BudgetLine,
  type PrintedTotal,
} from "./budget-line.ts";

type Node = { readonly line: BudgetLine; readonly path: readonly number[]; readonly children: Node[] };

const partsOf = (code: string | null) => (code === null ? [] : (codeParts(code) ?? []));

/** Expenses by activity stand beneath account 5; the same expenses by account alone are a tree of their own. */
function pathOf({ activity, account }: BudgetLine): readonly number[] {
  const of = partsOf(activity);
  if (of.length === 0) return partsOf(account);
  // Between activity and account, so that no activity takes an account for one of its own numbers.
  return account === null ? [0, ...of] : [0, ...of, -1, ...partsOf(account)];
}

/** Lines beneath one another by their codes; who is beneath nobody is a top. */
function treesOf(lines: readonly BudgetLine[]): {
  readonly tops: readonly Node[];
  readonly all: readonly Node[];
} {
  const all = lines.map((line): Node => ({ line, path: pathOf(line), children: [] }));
  const tops: Node[] = [];
  const open: Node[] = [];
  for (const node of all) {
    while (open.length > 0 && !isBeneath(node, open.at(-1)!)) open.pop();
    (open.at(-1)?.children ?? tops).push(node);
    open.push(node);
  }
  return { tops, all };
}

const isBeneath = (node: Node, above: Node) =>
  node.path.length > above.path.length && startsWith(node.path, above.path);

/** Lines that nothing stands beneath: the money itself, each once. */
export function leavesOf(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  const { all } = treesOf(lines);
  const isByActivity = all.some(({ line }) => line.activity !== null);
  return all
    .filter(({ children, path }) => children.length === 0 && !(isByActivity && path[0] === 5))
    .map(({ line }) => line);
}

/** What a line comes to: as printed, else what stands beneath it. */
function worth({ line, children }: Node, column: AmountColumn): number {
  return line[column] ?? children.reduce((sum, child) => sum + worth(child, column), 0);
}

const sum = (nodes: readonly Node[], column: AmountColumn): number =>
  nodes.reduce((all, node) => all + worth(node, column), 0);

type Found = { readonly differences: readonly BudgetDifference[]; readonly hasTotal: boolean };

/**
 * Holds every printed sum against what stands right beneath it, so that one wrong line is told once and where it is. Nothing is
 * computed instead of what is printed.
 */
export function checkTotals(
  lines: readonly BudgetLine[],
  totals: readonly PrintedTotal[],
  columns: readonly AmountColumn[],
): Found {
  const { tops, all } = treesOf(lines);
  const differences: BudgetDifference[] = [];
  const hold = (
    line: Omit<BudgetDifference, "column" | "printed" | "counted">,
    column: AmountColumn,
    [printed, counted]: readonly [number, number],
  ) => {
    const { sheet, row, activity, account, name } = line;
    if (printed !== counted)
      differences.push({ sheet, row, activity, account, name, column, printed, counted });
  };
  const activities = tops.filter(({ path }) => path[0] === 0);
  const expenses = activities.length > 0 ? activities : tops.filter(({ path }) => path[0] === 5);
  const income = tops.filter(({ path }) => path[0] === 4);
  for (const column of columns.filter((one) => one !== "increase")) {
    for (const node of all) {
      const isRoot = activities.length > 0 && node.path.length === 1 && node.path[0] === 5;
      const printed = node.line[column];
      if (printed === null) continue;
      if (node.children.length > 0) hold(node.line, column, [printed, sum(node.children, column)]);
      if (isRoot) hold(node.line, column, [printed, sum(activities, column)]);
    }
    for (const total of totals) {
      const printed = total[column];
      const beneath = total.of === "income" ? income : expenses;
      const place = { ...total, activity: null, account: null };
      if (printed !== null && beneath.length > 0) hold(place, column, [printed, sum(beneath, column)]);
    }
  }
  if (amountColumns.every((column) => columns.includes(column)))
    for (const { line } of all)
      if (line.increase !== null && (line.initial ?? line.changed) !== null)
        hold(line, "increase", [line.increase, (line.changed ?? 0) - (line.initial ?? 0)]);
  return { differences, hasTotal: hasTotal() };

  /** A sum of all expenses is printed in every column that will be used. */
  function hasTotal(): boolean {
    const roots = all.filter(({ path }) => path.length === 1 && path[0] === 5).map(({ line }) => line);
    const printed = [...totals.filter(({ of }) => of === "expense"), ...roots];
    return columns
      .filter((one) => one !== "increase")
      .every((column) => printed.some((one) => one[column] !== null));
  }
}
