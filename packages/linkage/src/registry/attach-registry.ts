import type { Database } from "#duckdb";
import { columnName } from "#expression";
import { frequencyColumns, LinkageError } from "#model";
import { readHeader, type RegistryHeader } from "./registry-header.ts";
import { file } from "./registry-tables.ts";

/** Opens a registry file beside this database, checked. Its share tables can be read by their plain names. */
export async function attachRegistry(
  db: Database,
  path: string,
  access: "READ_ONLY" | "READ_WRITE" = "READ_ONLY",
): Promise<RegistryHeader> {
  try {
    await db.run(`ATTACH ${db.dialect.literal(path)} AS ${file} (${access})`);
  } catch (cause) {
    throw new LinkageError("file-unreadable", `cannot open the registry ${path}`, { path }, cause);
  }
  const header = await readHeader(db, path);
  for (const column of frequencyColumns(header.model).map(columnName)) {
    await db.run(`CREATE VIEW share_${column} AS SELECT * FROM ${file}.share_${column}`);
  }
  return header;
}
