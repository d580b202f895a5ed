/** The amounts of a report, each as it is printed: first, after change, and the change itself. */
export const amountColumns = ["initial", "changed", "increase"] as const;
export type AmountColumn = (typeof amountColumns)[number];

/** A line of a village budget with its place in it: an activity, an account, or an account within an activity. */
export type BudgetLine = {
  readonly sheet: number;
  readonly row: number;
  /** 1.1.03 */
  readonly activity: string | null;
  /** 5.1.3.03 */
  readonly account: string | null;
  readonly name: string;
  /** In rupiah; null where nothing is printed. */
  readonly initial: number | null;
  readonly changed: number | null;
  readonly increase: number | null;
};

/** A sum that is printed below what it sums: "JUMLAH BELANJA". */
export type PrintedTotal = Omit<BudgetLine, "activity" | "account"> & {
  readonly of: "income" | "expense";
};

/** Where a printed amount is not what stands beneath it. */
export type BudgetDifference = Pick<BudgetLine, "sheet" | "row" | "activity" | "account" | "name"> & {
  readonly column: AmountColumn;
  readonly printed: number;
  readonly counted: number;
};

/** By which a line of a report is named: two lines may carry the same codes. */
export const lineKey = ({ sheet, row }: Pick<BudgetLine, "sheet" | "row">): string => `${sheet}-${row}`;
