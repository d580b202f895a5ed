import { openArchive } from "./read-zip-part.ts";
import { readSheetRows } from "./sheet-rows.ts";
import { leaveOutEnd } from "./leave-out-end.ts";
import { passRows } from "./pass-rows.ts";
import { RefusedFile } from "./refused-file.ts";
import { createMergeSpreader } from "./spread-merges.ts";
import { surveySheet } from "./survey-sheet.ts";
import type { ReadOptions } from "./read-options.ts";
import type { SheetCount, TableEvent } from "./table-events.ts";
import { readWorkbookParts } from "./workbook-parts.ts";

/** Reads an xlsx that `inspectFile` has passed. Runs in the child process. */
export async function* readWorkbook(path: string, options: ReadOptions): AsyncGenerator<TableEvent, void> {
  const archive = await openArchive(path);
  try {
    const { limits } = options;
    const parts = await readWorkbookParts(archive, limits);
    const tally = { characters: 0 };
    if (parts.sheets.length > limits.sheets)
      throw new RefusedFile("E-SHEETS", { sheets: parts.sheets.length, limit: limits.sheets });
    const counts: SheetCount[] = [];
    for (const [index, { name, hidden, part }] of parts.sheets.entries()) {
      const sheet = index + 1;
      if (options.sheets !== undefined && !options.sheets.includes(sheet)) continue;
      yield { type: "sheet", sheet, name, hidden };
      const isSample = options.sampleRows !== undefined;
      // A sheet within its limits has as many rows with values, and behind them as many without.
      const survey = isSample ? null : await surveySheet(archive, part, 2 * limits.rows);
      const spread = createMergeSpreader(survey?.merges ?? [], limits.columns);
      const end = leaveOutEnd(readSheetRows(archive, sheet, { parts, limits, spread }), sheet, limits);
      const read = yield* passRows(end.rows, sheet, options, tally);
      const counted = survey === null ? read : survey.rows - end.leftOut();
      if (counted !== read) throw new RefusedFile("E-COUNT", { sheet, read, counted });
      counts.push({ sheet, name, read, counted });
    }
    if (counts.every(({ read }) => read === 0)) throw new RefusedFile("E-EMPTY", { what: "sheet" });
    yield { type: "end", sheets: counts };
  } finally {
    archive.close();
  }
}
