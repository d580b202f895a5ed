import { rename, rm } from "node:fs/promises";
import { literalSql } from "#expression";
import type { Database } from "./database.ts";

/** Writes a query's rows as CSV beside the target and renames it: a kill leaves the old file or none, never half of one. */
export async function writeCsv(db: Database, query: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  try {
    await db.run(`SET threads = 1`);
    await db.run(`COPY (${query}) TO ${literalSql(unfinished)} (FORMAT csv, HEADER, DELIMITER ',')`);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
