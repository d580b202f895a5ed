import type { TableRow } from "@tuwai/domain/intake";
import type { FileLimits } from "./file-limits.ts";
import { RefusedFile } from "./refused-file.ts";
import type { TableEvent } from "./table-events.ts";

export type SheetWatch = {
  /** Counts a row and refuses the file when a limit is passed. */
  readonly see: (row: TableRow) => void;
  readonly rows: () => number;
  readonly remarks: () => TableEvent[];
};

/** Holds a sheet to its limits while it streams by. A cell far outside is read and remarked on, not cut off. */
export function createSheetWatch(sheet: number, limits: FileLimits): SheetWatch {
  const columns = new Set<number>();
  let rows = 0;
  let hidden = 0;
  let far: { row: number; column: number } | null = null;
  return {
    see(row) {
      rows += 1;
      if (rows > limits.rows) throw new RefusedFile("E-ROWS", { limit: limits.rows, sheet });
      if (row.hidden) hidden += 1;
      for (const { column } of row.cells) {
        columns.add(column);
        if (column > limits.columns || (row.row > limits.rows && far === null))
          far = { row: row.row, column };
      }
      if (columns.size > limits.columns) {
        throw new RefusedFile("E-COLUMNS", { columns: Math.max(...columns), limit: limits.columns, sheet });
      }
    },
    rows: () => rows,
    remarks: () => [
      ...(hidden > 0
        ? [{ type: "remark", code: "W-HIDDEN", details: { sheet, rows: hidden } } as const]
        : []),
      ...(far !== null ? [{ type: "remark", code: "W-SPARSE", details: { sheet, ...far } } as const] : []),
    ],
  };
}
