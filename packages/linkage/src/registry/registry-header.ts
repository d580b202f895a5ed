import { createHash } from "node:crypto";
import type { Database } from "#duckdb";
import { LinkageError, parseModel, type LinkageModel } from "#model";
import { file } from "./registry-tables.ts";

/** What a registry file says about itself. */
export type RegistryHeader = {
  format: typeof format;
  model: LinkageModel;
  /** Hash of everything in the model that the file's contents depend on; m and u may be trained anew. */
  fingerprint: string;
  engine: string;
  rows: number;
  /** The number the next record will get; numbers are never used twice. */
  nextId: number;
  /** When it was prepared or last updated, ISO 8601. */
  builtAt: string;
  /** Monthly changes applied since it was prepared. */
  updates: number;
};

const format = "linkage-registry/1";

export const newHeader = (
  db: Database,
  model: LinkageModel,
  counts: { rows: number; nextId: number; updates: number },
): RegistryHeader => ({
  format,
  model,
  fingerprint: fingerprintOf(model),
  engine: db.name,
  builtAt: new Date().toISOString(),
  ...counts,
});

/** Inputs, derived columns, blocking keys and the columns whose rarity counts. */
export function fingerprintOf(model: LinkageModel): string {
  const { inputs, features, blocking, comparisons } = model;
  const content = {
    inputs: inputs.map(({ column, meaning }) => [column, meaning]),
    features,
    keys: blocking.map(({ keys, rightKeys }) => [keys, rightKeys ?? null]),
    compared: comparisons.map((c) => [c.missing, c.strata?.map((s) => s.when), c.levels.map((l) => l.when)]),
    shares: comparisons.map((c) => c.levels.map((l) => [l.frequency?.column, l.frequency?.floor])),
  };
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

/** Writes the one row of `registry`, replacing the one there. */
export async function writeHeader(db: Database, header: RegistryHeader): Promise<void> {
  const text = db.dialect.literal(JSON.stringify(header));
  await db.run(`CREATE OR REPLACE TABLE ${file}.registry AS SELECT ${text} AS header`);
}

/** Reads and checks the header of the attached file; throws `registry-mismatch` with what to do about it. */
export async function readHeader(db: Database, path: string): Promise<RegistryHeader> {
  const refuse = (why: string, details: Record<string, unknown> = {}) =>
    new LinkageError("registry-mismatch", `${path} ${why}; prepare it again`, { path, ...details });
  const tables = await db.rows(
    `SELECT column_name AS name FROM duckdb_columns() WHERE database_name = '${file}' AND table_name = 'registry'`,
  );
  if (tables.length === 0) throw refuse("is a database, but no registry");
  if (!tables.some((row) => row["name"] === "header")) throw refuse("was prepared by an older version");
  const { header: text } = await db.one(`SELECT header FROM ${file}.registry`);
  const header = JSON.parse(String(text)) as Omit<RegistryHeader, "format"> & { format: string };
  if (header.format !== format)
    throw refuse(`is of format ${header.format}, this version reads ${format}`, { format: header.format });
  if (header.engine !== db.name)
    throw refuse(`was prepared by ${header.engine}, this is ${db.name}`, { engine: header.engine });
  return { ...header, format, model: parseModel(JSON.stringify(header.model)) };
}

/** Refuses a model the registry was not prepared for. */
export function refuseOtherModel(header: RegistryHeader, model: LinkageModel, path: string): void {
  if (fingerprintOf(model) === header.fingerprint) return;
  throw new LinkageError(
    "registry-mismatch",
    `${path} was prepared for model ${header.model.name} with other derived columns, comparisons or blocking rules than ${model.name}; prepare it again with this model`,
    { path, prepared: header.fingerprint, wanted: fingerprintOf(model) },
  );
}
