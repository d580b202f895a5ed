import type { TableCell, TableRow } from "@tuwai/domain/intake";
import type { MergedRange } from "./survey-sheet.ts";

/**
 * Gives every cell of a merged range the value of its first one, marked as spread: a family card written once for four
 * people is the card of all four. Rows come in order; only ranges that reach the present row are held.
 */
export function createMergeSpreader(
  merges: readonly MergedRange[],
  mostColumns: number,
): (row: TableRow) => TableRow {
  const waiting = merges.toSorted((a, b) => a.top - b.top);
  let next = 0;
  let open: { readonly range: MergedRange; readonly cell: TableCell }[] = [];
  return (row) => {
    if (next >= waiting.length && open.length === 0) return row;
    open = open.filter(({ range }) => range.bottom >= row.row);
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    for (; (waiting[next]?.top ?? Number.POSITIVE_INFINITY) <= row.row; next += 1) {
      const range = waiting[next]!;
      const cell = range.top === row.row ? cells.get(range.left) : undefined;
      if (cell !== undefined && open.length < mostColumns) open.push({ range, cell });
    }
    if (open.length === 0) return row;
    for (const { range, cell } of open) {
      const right = Math.min(range.right, mostColumns);
      for (let column = range.left; column <= right; column += 1)
        if (!cells.has(column))
          cells.set(column, { ...cell, column, spread: column === range.left ? "down" : "across" });
    }
    return { ...row, cells: [...cells.values()].toSorted((a, b) => a.column - b.column) };
  };
}
