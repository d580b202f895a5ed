import { recogniseTable } from "@tuwai/domain/columns";
import type { ImportKind } from "@tuwai/domain/intake";
import { limitsFor, sampleTable } from "#files";

/**
 * Whether pasted cells came without the row that names their columns, as they do when only the people were marked. Asked
 * before the text is taken in, while its sender still has it before them; false where it cannot be read at all, which the
 * import itself says.
 */
export async function lacksHeader(path: string, kind: ImportKind): Promise<boolean> {
  const options = { format: "tsv", limits: limitsFor(kind), sampleRows: 100 } as const;
  const rows = (await sampleTable(path, options)).filter((event) => event.type === "row");
  const hasText = rows.some(({ cells }) => cells.some(({ text }) => text.trim() !== ""));
  return hasText && recogniseTable(rows, kind).headerRows.length === 0;
}
