import { type ColumnMapping, type FieldName, importFields, type ImportKind } from "#intake";

/**
 * The columns of each table of a header: two tables side by side repeat their headers from left to right. Each must hold
 * what the kind requires; otherwise a repeated header is a question for a person, and all columns are one table.
 */
export function splitTables(
  columns: readonly ColumnMapping[],
  kind: ImportKind,
): (readonly ColumnMapping[])[] {
  const tables: ColumnMapping[][] = [[]];
  for (const mapping of columns) {
    const table = tables.at(-1)!;
    const key = keyOf(mapping);
    const isRepeated = key !== "" && table.some((earlier) => keyOf(earlier) === key);
    if (isRepeated) tables.push([mapping]);
    else table.push(mapping);
  }
  const isWhole = (table: readonly ColumnMapping[]) =>
    importFields[kind].required.every((group) => group.some((field) => hasField(table, field)));
  return tables.length > 1 && tables.every(isWhole) ? tables : [columns];
}

function keyOf({ field, piece }: ColumnMapping): string {
  return field === null ? "" : `${field}:${piece ?? ""}`;
}

function hasField(table: readonly ColumnMapping[], wanted: FieldName): boolean {
  return table.some(({ field }) => field === wanted);
}
