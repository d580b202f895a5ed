import { strataOf, stratumStep, type Comparison } from "#model";

/** How many pairs show this combination of codes, one code per comparison. `certain`: a deterministic rule holds too. */
export type Pattern = { codes: readonly number[]; count: number; certain: boolean };

/** Numbers of one comparison laid out flat: cell = stratum × levels + level. */
export type Cells = Float64Array;

export const cellCount = (comparison: Comparison): number =>
  strataOf(comparison).length * comparison.levels.length;

/** The cell of a code, or −1 when the value was missing. */
export function cellOf(comparison: Comparison, code: number): number {
  if (code < 0) return -1;
  return Math.floor(code / stratumStep) * comparison.levels.length + (code % stratumStep);
}

/** Reads one number per cell from each level's table by stratum; `absent` fills gaps. */
export function readCells(
  comparison: Comparison,
  which: "m" | "u",
  absent: (level: number) => number,
): Cells {
  const cells = new Float64Array(cellCount(comparison));
  strataOf(comparison).forEach((stratum, s) => {
    comparison.levels.forEach((level, i) => {
      cells[s * comparison.levels.length + i] = level[which]?.[stratum] ?? absent(i);
    });
  });
  return cells;
}

/** Pairs per cell of one comparison, over patterns. */
export function countCells(comparison: Comparison, index: number, patterns: readonly Pattern[]): Cells {
  const cells = new Float64Array(cellCount(comparison));
  for (const pattern of patterns) {
    const cell = cellOf(comparison, pattern.codes[index] ?? -1);
    if (cell >= 0) cells[cell] = (cells[cell] ?? 0) + pattern.count;
  }
  return cells;
}

/** Sum of a stratum's cells. */
export function stratumTotal(cells: Cells, stratum: number, levels: number): number {
  let total = 0;
  for (let i = 0; i < levels; i++) total += cells[stratum * levels + i] ?? 0;
  return total;
}
