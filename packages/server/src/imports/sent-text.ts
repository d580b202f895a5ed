import type { RowIssue, TableCell } from "@tuwai/domain/intake";

/** Columns of a row in which a number lost digits. */
export function spoiltColumns(issues: readonly RowIssue[]): ReadonlySet<number> {
  return new Set(issues.flatMap(({ code, column }) => (code === "E-NUM" && column !== null ? [column] : [])));
}

/**
 * A cell as the file of faulty rows holds it. A number that lost digits stays visibly broken ("1.37792010579E+15"): written out
 * as sixteen digits of text it would come back looking right.
 */
export function sentText(cell: TableCell | undefined, isSpoilt: boolean): string {
  if (cell === undefined) return "";
  const number = Number(cell.text);
  return isSpoilt && Number.isFinite(number) && number !== 0 ? brokenNumber(number) : cell.text;
}

/** As many digits as a spreadsheet keeps, in the form of which everybody sees that some are gone. */
export function brokenNumber(number: number): string {
  return number.toExponential().replace("e", "E");
}
