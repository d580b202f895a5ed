import type { TableRow } from "@tuwai/domain/intake";
import type { ReadOptions } from "./read-options.ts";
import { createSheetWatch } from "./sheet-watch.ts";
import type { TableEvent } from "./table-events.ts";

/** Hands on rows under the limits of a sheet and returns how many there were. */
export async function* passRows(
  rows: AsyncIterable<TableRow>,
  sheet: number,
  options: ReadOptions,
): AsyncGenerator<TableEvent, number> {
  const watch = createSheetWatch(sheet, options.limits);
  for await (const row of rows) {
    watch.see(row);
    yield { type: "row", ...row };
    if (watch.rows() === options.sampleRows) break;
  }
  yield* watch.remarks();
  return watch.rows();
}
