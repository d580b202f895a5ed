import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { columnName } from "#expression";
import {
  loadList,
  openDatabase,
  runStages,
  startUnfinished,
  timed,
  type Database,
  type ListSource,
  type StageTime,
} from "#duckdb";
import { frequencyColumns, LinkageError, type LinkageModel } from "#model";
import { prepareStages } from "#stages";
import { attachRegistry } from "./attach-registry.ts";
import { closeFile, writeShares } from "./prepare-registry.ts";
import { newHeader, writeHeader } from "./registry-header.ts";
import { file, registryTableNames, registryTables } from "./registry-tables.ts";

/** What changed in a registry. */
export type RegistryUpdate = {
  path: string;
  /** Records to add, or to put in the place of those with the same id. Their columns are named as in the list the registry was prepared from. */
  upserts?: ListSource;
  /** Ids of records to take out, as texts or as a file with its id column. Applied before the upserts. */
  deletes?: readonly string[] | { file: string; id: string };
  memory?: string;
  threads?: number;
  spill?: boolean | string;
  /** Told what the steps cost, once, at the end. */
  onTimes?: (times: StageTime[]) => void;
};

/** `unknown` are ids to delete that the registry does not hold. */
export type RegistryChange = {
  path: string;
  rows: number;
  added: number;
  replaced: number;
  deleted: number;
  unknown: number;
};

/**
 * Applies a month's changes to a prepared registry without preparing it again: works on a copy and renames it, so a kill
 * at any moment leaves the old registry or the new one. Records keep their numbers, and the rarity of names is counted anew:
 * links are the same as from a registry prepared from the changed list.
 */
export async function updateRegistry(update: RegistryUpdate): Promise<RegistryChange> {
  const { path, upserts, deletes = [], onTimes, ...database } = update;
  const target = startUnfinished(path);
  const db = await openDatabase(database);
  try {
    await timed(db, "copy", () => copyRegistry(path, target.path));
    const header = await attachRegistry(db, target.path, "READ_WRITE");
    const { model } = header;
    await loadDelta(db, model, { upserts, deletes });
    const counts = await applyDelta(db, model, header.nextId);
    const rows = Number((await db.one(`SELECT count(*) AS n FROM ${file}.records`))["n"]);
    if (rows === 0) {
      throw new LinkageError("table-empty", `these changes would leave no record in ${path}`, { path });
    }
    for (const column of frequencyColumns(model).map(columnName)) await db.run(`DROP VIEW share_${column}`);
    await writeShares(db, model);
    const nextId = header.nextId + counts.added + counts.replaced;
    await writeHeader(db, newHeader(db, model, { rows, nextId, updates: header.updates + 1 }));
    await timed(db, "write", () => closeFile(db));
    target.finish();
    onTimes?.(db.times);
    return { path, rows, ...counts };
  } finally {
    db.close();
    target.discard();
  }
}

async function copyRegistry(path: string, to: string): Promise<void> {
  try {
    await copyFile(path, to, constants.COPYFILE_FICLONE);
  } catch (cause) {
    throw new LinkageError("file-unreadable", `cannot read the registry ${path}`, { path }, cause);
  }
}

/** Ids to delete into `raw_left`, upserts prepared into `records_right`; either may be empty. */
async function loadDelta(
  db: Database,
  model: LinkageModel,
  { upserts, deletes }: { upserts: ListSource | undefined; deletes: NonNullable<RegistryUpdate["deletes"]> },
): Promise<void> {
  const gone = "file" in deletes ? deletes : { rows: deletes.map((id) => ({ id })) };
  await loadSome(db, "left", gone, []);
  const some = upserts && (await loadSome(db, "right", upserts, model.inputs));
  if (!some) {
    await db.run(`CREATE TABLE records_right AS SELECT * FROM ${file}.records LIMIT 0`);
    return;
  }
  await runStages(db, prepareStages(model, db.dialect, { sides: ["right"], sharesKnown: true }));
}

/** A month may well have nothing to delete or nothing to add. */
async function loadSome(
  db: Database,
  side: "left" | "right",
  source: ListSource,
  inputs: LinkageModel["inputs"],
): Promise<boolean> {
  try {
    await loadList(db, side, source, inputs);
    return true;
  } catch (error) {
    if (error instanceof LinkageError && error.code === "table-empty") return false;
    throw error;
  }
}

/** Takes out what goes or is replaced, puts in what comes, record by record and key by key. */
async function applyDelta(
  db: Database,
  model: LinkageModel,
  nextId: number,
): Promise<{ added: number; replaced: number; deleted: number; unknown: number }> {
  const count = async (sql: string) => Number((await db.one(`SELECT count(*) AS n FROM ${sql}`))["n"]);
  const replaced = await count(`${file}.records WHERE uid IN (SELECT uid FROM records_right)`);
  const upserted = await count("records_right");
  const goneIds = "SELECT uid FROM raw_left UNION SELECT uid FROM records_right";
  await db.run(`CREATE TABLE gone AS SELECT id, uid FROM ${file}.records WHERE uid IN (${goneIds})`);
  const deleted = (await count("gone")) - replaced;
  const unknown = await count(
    "raw_left WHERE uid NOT IN (SELECT uid FROM gone) AND uid NOT IN (SELECT uid FROM records_right)",
  );
  if (nextId + upserted > mostIds) {
    throw new LinkageError(
      "registry-mismatch",
      "the registry has used up its record numbers; prepare it again",
    );
  }
  const numbered = `SELECT (${nextId} - 1 + row_number() OVER (ORDER BY uid))::INTEGER AS id, * EXCLUDE (id) FROM records_right`;
  await db.run(`CREATE TABLE coming AS ${numbered}`);
  for (const name of registryTableNames(model)) {
    await timed(db, name, () => db.run(`DELETE FROM ${file}.${name} WHERE id IN (SELECT id FROM gone)`));
  }
  for (const { name, sql } of upserted > 0 ? registryTables(model, "coming") : []) {
    await timed(db, name, () => db.run(`INSERT INTO ${file}.${name} ${sql}`));
  }
  return { added: upserted - replaced, replaced, deleted, unknown };
}

/** Record numbers are 32-bit. */
const mostIds = 2 ** 31 - 1;
