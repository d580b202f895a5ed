import { writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { officeWorkbooks, type OfficeWorkbook } from "./office-workbooks.ts";

/** Writes the five workbooks and, beside each, what has to become of every row. Run: node packages/server/testdata/build-workbooks.ts */
for (const workbook of officeWorkbooks) {
  const at = Date.UTC(2026, 4, 3);
  const bytes = await writeXlsx({
    sheets: [...workbook.sheets],
    properties: { created: new Date(at), modified: new Date(at) },
  });
  await writeFile(new URL(`workbooks/${workbook.file}.xlsx`, import.meta.url), bytes);
  await writeFile(
    new URL(`workbooks/${workbook.file}.json`, import.meta.url),
    `${JSON.stringify(expectationOf(workbook), null, 2)}\n`,
  );
}

function expectationOf({ kind, village, sheet, lines }: OfficeWorkbook) {
  const count = (...fates: readonly string[]) => lines.filter(({ fate }) => fates.includes(fate)).length;
  return {
    kind,
    village,
    sheet,
    counts: {
      read: lines.length,
      accepted: count("accepted"),
      repair: count("refused"),
      skipped: count("duplicate", "blank", "header", "note"),
      detail: {
        duplicate: count("duplicate"),
        blank: count("blank"),
        header: count("header"),
        note: count("note"),
      },
    },
    rows: lines.map(({ fate, codes, hidden }, index) => ({
      row: index + 1,
      fate,
      codes,
      ...(hidden ? { hidden } : {}),
    })),
  };
}
