import type { Database } from "./database.ts";

/** Adds rows given as columns of numbers; `types` are the table's column types, in order. */
export async function appendColumns(
  db: Database,
  table: string,
  types: readonly ("INTEGER" | "DOUBLE")[],
  columns: readonly { readonly length: number; slice: (from: number, to: number) => Iterable<number> }[],
): Promise<void> {
  const { DOUBLE, DuckDBDataChunk, INTEGER } = await import("@duckdb/node-api");
  const rows = columns[0]?.length ?? 0;
  const appender = await db.connection.createAppender(table);
  const logical = types.map((type) => (type === "INTEGER" ? INTEGER : DOUBLE));
  for (let from = 0; from < rows; from += chunkRows) {
    const to = Math.min(rows, from + chunkRows);
    const chunk = DuckDBDataChunk.create(logical, to - from);
    columns.forEach((column, i) => chunk.setColumnValues(i, Array.from(column.slice(from, to))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** The most rows one chunk can hold. */
const chunkRows = 2048;
