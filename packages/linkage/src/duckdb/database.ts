import { rmSync } from "node:fs";
import type { DuckDBConnection, DuckDBResult } from "@duckdb/node-api";
import { LinkageError } from "#model";
import { duckdbDialect } from "#expression";
import type { Engine, Row } from "#stages";
import { makeSpillFolder } from "./spill-folder.ts";

export type DatabaseOptions = {
  path?: string;
  memory?: string;
  threads?: number;
  readOnly?: boolean;
  /**
   * What may happen to record values that do not fit into `memory`: true (usual) writes them to a private folder in the
   * system's temporary folder, a text names the parent folder, false never writes and ends in `memory-too-small`.
   */
  spill?: boolean | string;
};
/** A DuckDB connection that never reaches the network: extension loading is off, everything needed is built in. */
export type Database = Engine & {
  /** Rows as they come, chunk by chunk, for results too large to hold as objects. */
  stream: (sql: string) => Promise<DuckDBResult>;
  connection: DuckDBConnection;
  close: () => void;
};

/** Opens DuckDB in memory or on a file. `memory` like "4GB" limits it; see `spill` for what happens beyond that. */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const { spill: allowed = true } = options;
  const spill = allowed === false ? "" : makeSpillFolder(allowed === true ? undefined : allowed);
  const guarded = <T>(work: Promise<T>) => work.catch((error: unknown) => refuse(error, options));
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
  const rows = async (sql: string) =>
    (await guarded(connection.runAndReadAll(sql))).getRowObjects().map(plainRow);
  return {
    name: "duckdb 1.5.6",
    dialect: duckdbDialect,
    connection,
    rows,
    times: [],
    run: async (sql) => {
      await guarded(connection.run(sql));
    },
    one: async (sql) => (await rows(sql))[0] ?? {},
    stream: (sql) => guarded(connection.stream(sql)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
      if (spill) rmSync(spill, { recursive: true, force: true });
    },
  };
}

/** Memory run out becomes a refusal that names the limit; anything else stays what it is. */
function refuse(error: unknown, { memory, spill = true }: DatabaseOptions): never {
  const text = error instanceof Error ? error.message : "";
  if (!/^Out of Memory Error|^failed to (offload|allocate)|max_temp_directory_size/i.test(text)) throw error;
  const limit = memory ?? "the machine's memory";
  const advice =
    spill === false
      ? "and spilling to disk is off: raise the limit or allow spilling"
      : "even with spilling to disk: raise the limit or use fewer threads";
  throw new LinkageError("memory-too-small", `this run does not fit into ${limit}, ${advice}`, {
    memory: memory ?? null,
    spill: spill !== false,
  });
}

function plainRow(row: Row): Row {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
