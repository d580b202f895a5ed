import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Stage } from "#stages";

export type DatabaseOptions = { path?: string; memory?: string; threads?: number; readOnly?: boolean };
export type Row = Record<string, unknown>;

/** A DuckDB connection that never reaches the network: extension loading is off, everything needed is built in. */
export type Database = {
  run: (sql: string) => Promise<void>;
  rows: (sql: string) => Promise<Row[]>;
  one: (sql: string) => Promise<Row>;
  connection: DuckDBConnection;
  close: () => void;
};

/** Opens DuckDB in memory or on a file. `memory` like "4GB" limits it; beyond that it spills to disk. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const spill = mkdtempSync(join(tmpdir(), "tuwai-linkage-spill-"));
  const instance = await DuckDBInstance.create(options.path ?? ":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "false",
    temp_directory: spill,
    ...(options.threads ? { threads: String(options.threads) } : {}),
    ...(options.memory ? { memory_limit: options.memory } : {}),
    ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
  });
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects().map(plainRow);
  return {
    connection,
    rows,
    run: async (sql) => {
      await connection.run(sql);
    },
    one: async (sql) => (await rows(sql))[0] ?? {},
    close: () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
    },
  };
}

/** Fills the stage's table, replacing an older one. */
export const runStage = (db: Database, stage: Stage): Promise<void> =>
  db.run(`CREATE OR REPLACE TABLE ${stage.name} AS\n-- ${stage.says}\n${stage.sql}`);

export async function runStages(db: Database, stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) await runStage(db, stage);
}

function plainRow(row: Row): Row {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
