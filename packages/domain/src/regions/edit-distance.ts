/** Number of single-letter slips (wrong, missing, extra, two swapped) between two words, stopping above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      current.push(cellCost({ a, b, row, column }, { current, above, twoAbove }));
    }
    if (Math.min(...current) > limit) return limit + 1;
    twoAbove = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}

type Place = { a: string; b: string; row: number; column: number };
type Rows = { current: number[]; above: number[]; twoAbove: number[] };

function cellCost({ a, b, row, column }: Place, { current, above, twoAbove }: Rows): number {
  const same = a[row - 1] === b[column - 1];
  const substituted = at(above, column - 1) + (same ? 0 : 1);
  const best = Math.min(substituted, at(above, column) + 1, at(current, column - 1) + 1);
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(best, at(twoAbove, column - 2) + 1) : best;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.MAX_SAFE_INTEGER;
}
