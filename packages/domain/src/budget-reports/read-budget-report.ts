import type { TableRow } from "#intake";
import { accountCode, activityCode } from "./account-code.ts";
import {
  type AmountColumn,
  amountColumns,
  type BudgetDifference,
  type BudgetLine,
  type PrintedTotal,
} from "./budget-line.ts";
import { checkTotals, leavesOf } from "./check-totals.ts";
import { findColumns, isHeader, isNumbering, ownCells, type ReportColumns } from "./find-columns.ts";
import { createCodePlacer } from "./place-codes.ts";
import { readPrintedAmount } from "./read-printed-amount.ts";
import { readTitle, type ReportTitle } from "./read-title.ts";

/** A village budget as Siskeudes prints it: every line with its first and its changed amount, never one for the other. */
export type BudgetReport = ReportTitle & {
  readonly hasChange: boolean;
  readonly lines: readonly BudgetLine[];
  /** Lines that nothing stands beneath. */
  readonly leaves: readonly BudgetLine[];
  readonly totals: readonly PrintedTotal[];
};

export type UnclearAmount = { readonly sheet: number; readonly row: number; readonly text: string };

export type ReportProblem =
  | { readonly problem: "not-a-budget" | "is-realisation" | "no-total" | "change-missing" | "too-long" }
  | { readonly problem: "amount-unclear"; readonly rows: readonly UnclearAmount[] }
  | { readonly problem: "totals-broken"; readonly differences: readonly BudgetDifference[] };

export type ReportReading =
  | { readonly outcome: "read"; readonly report: BudgetReport }
  | { readonly outcome: "refused"; readonly problems: readonly ReportProblem[] };

/** More than any village budgets; a title stands right above its table. */
const mostLines = 5_000;
const mostTitleRows = 60;

/** Reads a report whole, or says everything that stands against it. */
export function readBudgetReport(rows: readonly TableRow[]): ReportReading {
  const sheets = [...Map.groupBy(rows, ({ sheet }) => sheet).values()];
  const tables = sheets.flatMap((sheet) => {
    const columns = findColumns(sheet);
    return columns === undefined ? [] : [{ sheet, columns }];
  });
  const [first] = tables;
  const title = readTitle(headOf(rows, first?.columns));
  if (title.isRealisation) return refused({ problem: "is-realisation" });
  const read = tables.map(({ sheet, columns }) => readTable(sheet, columns));
  const lines = read.flatMap((table) => table.lines);
  const isBudget = lines.some(({ activity, account }) => activity !== null || account?.startsWith("5") === true); // oxfmt-ignore
  if (first === undefined || !first.columns.has("initial") || !isBudget)
    return refused({ problem: "not-a-budget" });
  if (lines.length > mostLines) return refused({ problem: "too-long" });
  const totals = read.flatMap((table) => table.totals);
  const unclear = read.flatMap((table) => table.unclear);
  const has = (column: AmountColumn) => first.columns.has(column);
  const { differences, hasTotal } = checkTotals(lines, totals, amountColumns.filter(has));
  const problems: readonly ReportProblem[] = [
    ...(unclear.length > 0 ? [{ problem: "amount-unclear" as const, rows: unclear }] : []),
    ...(has("increase") && !has("changed") ? [{ problem: "change-missing" as const }] : []),
    ...(hasTotal ? [] : [{ problem: "no-total" as const }]),
    ...(differences.length > 0 ? [{ problem: "totals-broken" as const, differences }] : []),
  ];
  if (problems.length > 0) return { outcome: "refused", problems };
  const report = { ...title, hasChange: has("changed"), lines, leaves: leavesOf(lines), totals };
  return { outcome: "read", report };
}

/** What stands above the first table, on sheets before it as well. */
function headOf(rows: readonly TableRow[], table: ReportColumns | undefined): readonly TableRow[] {
  const isAbove = ({ sheet, row }: TableRow) =>
    table === undefined || sheet < table.sheet || (sheet === table.sheet && row <= table.until);
  return rows.filter(isAbove).slice(-mostTitleRows);
}

const refused = (problem: ReportProblem): ReportReading => ({ outcome: "refused", problems: [problem] });

type Table = {
  readonly lines: readonly BudgetLine[];
  readonly totals: readonly PrintedTotal[];
  readonly unclear: readonly UnclearAmount[];
};

/** Headers come again on every page, and between the lines stand notes, page numbers and what an account is made of. */
function readTable(sheet: readonly TableRow[], columns: ReportColumns): Table {
  const below = sheet.filter(
    (row) => row.row > columns.until && !isHeader(row) && !isNumbering(row) && ownCells(row).length > 0,
  );
  const placeOf = createCodePlacer(below, columns);
  const lines: BudgetLine[] = [];
  const totals: PrintedTotal[] = [];
  const unclear: UnclearAmount[] = [];
  for (const row of below) {
    const name = textOf(row, columns, ["name"]);
    const total = totalIn(textOf(row, columns, ["code", "name"]));
    const place = total === null ? placeOf(row, name) : null;
    if (total === null && (place === null || name === "")) continue;
    const { amounts, wrong } = amountsOf(row, columns);
    unclear.push(...wrong);
    const { row: number, sheet: of } = row;
    if (total !== null) totals.push({ sheet: of, row: number, name, of: total, ...amounts });
    if (place === null) continue;
    const activity = place.activity.length === 0 ? null : activityCode(place.activity);
    const account = place.account.length === 0 ? null : accountCode(place.account);
    lines.push({ sheet: of, row: number, activity, account, name, ...amounts });
  }
  return { lines, totals, unclear };
}

function textOf(row: TableRow, columns: ReportColumns, fields: readonly string[]): string {
  const own = ownCells(row).filter(({ column }) => fields.includes(columns.fieldOf(column)));
  return own
    .map(({ text }) => text)
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

function totalIn(text: string): PrintedTotal["of"] | null {
  const said = /^(?:jumlah|total)(?: (?:anggaran )?(pendapatan|belanja)(?: (?:desa|nagari))?)?$/i.exec(text);
  if (said === null) return null;
  return said[1]?.toLowerCase() === "pendapatan" ? "income" : "expense";
}

function amountsOf(row: TableRow, columns: ReportColumns) {
  const wrong: UnclearAmount[] = [];
  const amounts = { initial: null, changed: null, increase: null } as Record<AmountColumn, number | null>;
  for (const column of amountColumns) {
    const cells = ownCells(row).filter((cell) => columns.fieldOf(cell.column) === column);
    const printed = readPrintedAmount(cells);
    if ("unclear" in printed) wrong.push({ sheet: row.sheet, row: row.row, text: printed.unclear });
    else amounts[column] = printed.amount;
  }
  return { amounts, wrong };
}
