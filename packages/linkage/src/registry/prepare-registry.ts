import { columnName } from "#expression";
import {
  dropUnneeded,
  loadList,
  openDatabase,
  runStages,
  startUnfinished,
  timed,
  type Database,
  type ListSource,
  type StageTime,
} from "#duckdb";
import { frequencyColumns, type LinkageModel } from "#model";
import { prepareStages } from "#stages";
import { newHeader, writeHeader } from "./registry-header.ts";
import { file, registryTables, sharesSql } from "./registry-tables.ts";

/** What `prepareRegistry` is told. */
export type RegistryOptions = {
  path: string;
  source: ListSource;
  model: LinkageModel;
  memory?: string;
  threads?: number;
  /** Where values that do not fit into `memory` may go while preparing (see `DatabaseOptions`); allowed unless told. */
  spill?: boolean | string;
  /** Told what the steps cost, once, at the end. */
  onTimes?: (times: StageTime[]) => void;
};

/**
 * Prepares a list once into a DuckDB file that later linkages read: derived columns, numbers, blocking keys, value shares
 * and the model. Written beside and renamed, so a kill leaves the old file or none. The file holds identity numbers: keep
 * it where such data may lie.
 */
export async function prepareRegistry(options: RegistryOptions): Promise<{ path: string; rows: number }> {
  const { path, model, source, onTimes, ...database } = options;
  const target = startUnfinished(path);
  const db = await openDatabase(database);
  try {
    await loadList(db, "left", source, model.inputs);
    const preparing = prepareStages(model, db.dialect, { sides: ["left"] });
    await runStages(db, preparing);
    await dropUnneeded(db, preparing, ["records_left"]);
    await db.run(`ATTACH ${db.dialect.literal(target.path)} AS ${file}`);
    for (const { name, sql } of registryTables(model, "records_left")) {
      await timed(db, name, () => db.run(`CREATE TABLE ${file}.${name} AS ${sql}`));
    }
    await writeShares(db, model);
    const rows = Number((await db.one(`SELECT count(*) AS n FROM ${file}.records`))["n"]);
    await writeHeader(db, newHeader(db, model, { rows, nextId: rows, updates: 0 }));
    await timed(db, "write", () => closeFile(db));
    target.finish();
    onTimes?.(db.times);
    return { path, rows };
  } finally {
    db.close();
    target.discard();
  }
}

/** Counts anew how common values are. */
export async function writeShares(db: Database, model: LinkageModel): Promise<void> {
  for (const column of frequencyColumns(model).map(columnName)) {
    await timed(db, `share_${column}`, () =>
      db.run(`CREATE OR REPLACE TABLE ${file}.share_${column} AS ${sharesSql(model, column)}`),
    );
  }
}

/** Everything into the one file, and the file closed: from here on it can be renamed. */
export async function closeFile(db: Database): Promise<void> {
  await db.run(`CHECKPOINT ${file}`);
  await db.run(`DETACH ${file}`);
}
