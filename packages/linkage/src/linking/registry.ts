import { rename, rm } from "node:fs/promises";
import { duckdbDialect, literalSql } from "#expression";
import { dropUnneeded, loadList, openDatabase, runStages, type Database, type ListSource } from "#duckdb";
import { formatModel, frequencyColumns, LinkageError, parseModel, type LinkageModel } from "#model";
import { prepareStages, type TableName } from "#stages";

export type RegistryOptions = {
  path: string;
  source: ListSource;
  model: LinkageModel;
  memory?: string;
  threads?: number;
  /** Where values that do not fit into `memory` may go while preparing (see `DatabaseOptions`); allowed unless told. */
  spill?: boolean | string;
};

/**
 * Prepares a list once into a DuckDB file that later linkages read: derived columns, numbers, value shares and the model.
 * Written beside and renamed, so a kill leaves the old file or none. The file holds identity numbers: keep it where such data may lie.
 */
export async function prepareRegistry(options: RegistryOptions): Promise<{ path: string; rows: number }> {
  const unfinished = `${options.path}.unfinished`;
  await rm(unfinished, { force: true });
  const db = await openDatabase({ ...options, path: unfinished });
  let rows: number;
  try {
    await loadList(db, "left", options.source, options.model.inputs);
    const preparing = prepareStages(options.model, duckdbDialect, { sides: ["left"] });
    await runStages(db, preparing);
    await dropUnneeded(db, preparing, keptOf(options.model));
    rows = Number((await db.one("SELECT count(*) AS n FROM records_left"))["n"]);
    await db.run(
      `CREATE TABLE registry AS SELECT ${literalSql(formatModel(options.model))} AS model, ${rows} AS row_count`,
    );
    await db.run("CHECKPOINT");
  } finally {
    db.close();
  }
  await rename(unfinished, options.path);
  return { path: options.path, rows };
}

/** Makes a prepared registry the left side of this database. Gives the model it was prepared with. */
export async function attachRegistry(db: Database, path: string): Promise<LinkageModel> {
  try {
    await db.run(`ATTACH ${literalSql(path)} AS registry_file (READ_ONLY)`);
  } catch (cause) {
    throw new LinkageError("file-unreadable", `cannot open the registry ${path}`, { path }, cause);
  }
  const { model } = await db.one("SELECT model FROM registry_file.registry");
  const prepared = parseModel(String(model));
  for (const table of keptOf(prepared)) {
    await db.run(`CREATE VIEW ${table} AS SELECT * FROM registry_file.${table}`);
  }
  return prepared;
}

/** The tables a registry keeps. */
const keptOf = (model: LinkageModel): TableName[] => [
  "records_left",
  ...frequencyColumns(model).map((column): TableName => `share_${column}`),
];
