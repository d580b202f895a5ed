import { literalSql } from "#expression";
import { LinkageError, type Input } from "#model";
import { timed, type Side } from "#stages";
import type { Database } from "./database.ts";

/** A list to link: a CSV, TSV or Parquet file with the name of its id column, or plain records with an `id`. */
export type ListSource =
  | { file: string; id: string }
  | { rows: readonly Readonly<Record<string, string | number | null | undefined>>[]; id?: string };

/** Loads a list into `raw_<side>`: one row per record with `uid` and the model's inputs, as trimmed text. */
export async function loadList(
  db: Database,
  side: Side,
  source: ListSource,
  inputs: readonly Input[],
): Promise<void> {
  await timed(db, `raw_${side}`, () =>
    "file" in source ? loadFile(db, side, source, inputs) : loadRows(db, side, source, inputs),
  );
  await timed(db, `check_${side}`, () => refuseBadIds(db, side));
}

/** The columns of a file, names trimmed, mapped to the names as written. Throws `file-unreadable`. */
async function listColumns(db: Database, file: string): Promise<Map<string, string>> {
  try {
    const rows = await db.rows(`DESCRIBE SELECT * FROM ${scanSql(file)}`);
    return new Map(rows.map((row) => [String(row["column_name"]).trim(), String(row["column_name"])]));
  } catch (cause) {
    if (cause instanceof LinkageError) throw cause;
    throw new LinkageError("file-unreadable", `cannot read ${file} as CSV, TSV or Parquet`, { file }, cause);
  }
}

async function loadFile(
  db: Database,
  side: Side,
  source: { file: string; id: string },
  inputs: readonly Input[],
) {
  const columns = await listColumns(db, source.file);
  const quoted = (name: string) => `"${columnOf(columns, name, source.file).replaceAll('"', '""')}"`;
  const select = inputs.map((input) => `${inputSql(input.from.map(quoted))} AS ${input.column}`);
  const columnsSql = [`${trimmed(quoted(source.id))} AS uid`, ...select].join(", ");
  const sql = `SELECT ${columnsSql} FROM ${scanSql(source.file)}`;
  try {
    await db.run(`CREATE OR REPLACE TABLE raw_${side} AS ${sql}`);
  } catch (cause) {
    if (cause instanceof LinkageError) throw cause;
    throw new LinkageError(
      "file-unreadable",
      `cannot read ${source.file}: ${firstLine(cause)}`,
      { file: source.file },
      cause,
    );
  }
}

function columnOf(columns: Map<string, string>, name: string, file: string): string {
  const found = columns.get(name.trim());
  if (found === undefined) {
    throw new LinkageError(
      "column-missing",
      `${file} has no column "${name}"; it has ${[...columns.keys()].join(", ")}`,
      {
        column: name,
        file,
      },
    );
  }
  return found;
}

const trimmed = (column: string): string => `nullif(trim(${column}::VARCHAR), '')`;
/** A list need not have a column for every input of a preset: what it lacks is missing in every row. */
function inputSql(columns: readonly string[]): string {
  const [only] = columns;
  if (only === undefined) return "NULL::VARCHAR";
  return columns.length === 1
    ? trimmed(only)
    : `nullif(concat_ws(' ', ${columns.map(trimmed).join(", ")}), '')`;
}

function scanSql(file: string): string {
  if (/\.parquet$/i.test(file)) return `read_parquet(${literalSql(file)})`;
  const delimiter = /\.(tsv|tab)(\.gz)?$/i.test(file) ? ", delim = '\t'" : "";
  return `read_csv(${literalSql(file)}, all_varchar = true, header = true${delimiter})`;
}

async function loadRows(
  db: Database,
  side: Side,
  source: Extract<ListSource, { rows: unknown }>,
  inputs: readonly Input[],
): Promise<void> {
  const columns = ["uid VARCHAR", ...inputs.map((input) => `${input.column} VARCHAR`)];
  await db.run(`CREATE OR REPLACE TABLE raw_${side} (${columns.join(", ")})`);
  const appender = await db.connection.createAppender(`raw_${side}`);
  const append = (text: string) => (text === "" ? appender.appendNull() : appender.appendVarchar(text));
  for (const row of source.rows) {
    append(textOf(row[source.id ?? "id"]));
    for (const input of inputs)
      append(
        input.from
          .map((name) => textOf(row[name]))
          .filter(Boolean)
          .join(" "),
      );
    appender.endRow();
  }
  appender.closeSync();
}

const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value).trim();

async function refuseBadIds(db: Database, side: Side): Promise<void> {
  const { n, missing } = await db.one(
    `SELECT count(*) AS n, count(*) FILTER (uid IS NULL) AS missing FROM raw_${side}`,
  );
  if (n === 0) throw new LinkageError("table-empty", `the ${side} list has no rows`, { side });
  if (Number(missing) > 0) {
    throw new LinkageError("ids-not-unique", `${String(missing)} rows of the ${side} list have no id`, {
      side,
      missing,
    });
  }
  const { different } = await db.one(`SELECT count(DISTINCT uid) AS different FROM raw_${side}`);
  if (different !== n) {
    const repeated = Number(n) - Number(different);
    throw new LinkageError(
      "ids-not-unique",
      `${repeated} rows of the ${side} list repeat an id of another row`,
      { side, repeated },
    );
  }
}

const firstLine = (cause: unknown): string =>
  cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
