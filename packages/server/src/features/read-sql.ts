/** A table that a piece of SQL names, and whether it writes it. */
export type Mention = { readonly table: string; readonly writes: boolean };

const mention =
  /(?<before>[^;'"]{0,40}?)\b(?<table>(?:app|audit|auth|pub)\.(?:[a-z_]+|"[a-zA-Z]+"))(?![\w(."])/g;
const writing =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy|(?<!\bfor\s)(?<!\bdo\s)update)\s+(?:only\s+)?$/i;

/** Every table named in the SQL of a source file (its template literals and strings), functions left out. */
export function readSql(source: string, known: ReadonlySet<string>): readonly Mention[] {
  const text = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*(?:\/\/|--).*$/gm, "");
  return [...text.matchAll(mention)]
    .map((found) => ({ at: found.index, ...(found.groups as { before: string; table: string }) }))
    .map(({ before, table }) => ({ table: table.replaceAll('"', ""), writes: writing.test(before) }))
    .filter(({ table }) => known.has(table));
}
