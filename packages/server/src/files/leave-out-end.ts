import type { TableRow } from "@tuwai/domain/intake";
import type { FileLimits } from "./file-limits.ts";
import { RefusedFile } from "./refused-file.ts";

type Shortened = { readonly rows: AsyncGenerator<TableRow, void>; readonly leftOut: () => number };

/**
 * Rows without a value that end a sheet are no records: templates format some hundred of them in advance. Between two rows with
 * values they are. Refuses a sheet with more of them in one stretch than it may have rows.
 */
export function leaveOutEnd(
  rows: AsyncIterable<TableRow>,
  sheet: number,
  limits: Pick<FileLimits, "rows">,
): Shortened {
  let blank: TableRow[] = [];
  async function* shorten(): AsyncGenerator<TableRow, void> {
    for await (const row of rows) {
      if (row.cells.length === 0) {
        blank.push(row);
        if (blank.length > limits.rows) throw new RefusedFile("E-ROWS", { limit: limits.rows, sheet });
        continue;
      }
      yield* blank;
      blank = [];
      yield row;
    }
  }
  return { rows: shorten(), leftOut: () => blank.length };
}
