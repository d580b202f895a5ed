import type { TableRow } from "#intake";

/** For tests: rows of text cells, empty texts left out as readers do. */
export function rowsOf(sheet: number, lines: readonly (readonly string[])[]): TableRow[] {
  return lines.map((line, index) => ({
    sheet,
    row: index + 1,
    hidden: false,
    fault: null,
    cells: line.flatMap((text, at) =>
      text === "" ? [] : [{ column: at + 1, text, kind: "text", raw: text }],
    ),
  }));
}
