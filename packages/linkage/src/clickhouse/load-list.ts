import { loadList, openDatabase, type ListSource } from "#duckdb";
import { columnName } from "#expression";
import { LinkageError, type Input } from "#model";
import { runStage, stage, timed, type Engine, type Side } from "#stages";

/** A list for ClickHouse: a table it holds already ("people" or "city.people"), or what DuckDB can read here and hand over. */
export type ClickHouseSource = ListSource | { table: string; id: string };

/** Loads a list into `raw_<side>` as the DuckDB engine does: trimmed texts, empty ones missing, ids present and unique. */
export async function loadIntoClickHouse(
  engine: Engine,
  side: Side,
  source: ClickHouseSource,
  inputs: readonly Input[],
): Promise<void> {
  if ("table" in source) await readTable(engine, side, source, inputs);
  else await timed(engine, `raw_${side}`, () => handOver(engine, side, source, inputs));
}

async function readTable(
  engine: Engine,
  side: Side,
  source: { table: string; id: string },
  inputs: readonly Input[],
): Promise<void> {
  const names = new Set((await describe(engine, source.table)).map((row) => String(row["name"])));
  const text = (column: string) => {
    if (!names.has(column)) {
      const known = [...names].join(", ");
      throw new LinkageError("column-missing", `${source.table} has no column "${column}"; it has ${known}`, {
        column,
        table: source.table,
      });
    }
    return `nullIf(trimBoth(toString("${column.replaceAll('"', '""')}")), '')`;
  };
  const joined = (columns: readonly string[]) =>
    columns.length === 0
      ? "CAST(NULL, 'Nullable(String)')"
      : `nullIf(arrayStringConcat(arrayFilter(t -> t != '', [${columns.map((column) => `coalesce(${text(column)}, '')`).join(", ")}]), ' '), '')`;
  const select = inputs.map((input) => `${joined(input.from)} AS ${columnName(input.column)}`);
  const sql = `SELECT ${text(source.id)} AS uid, ${select.join(", ")} FROM ${quotedTable(source.table)}`;
  await runStage(engine, stage(`raw_${side}`, [], "one row per record: its id and inputs as written", sql));
  await refuseBadIds(engine, side);
}

async function describe(engine: Engine, table: string) {
  try {
    return await engine.rows(`DESCRIBE TABLE ${quotedTable(table)}`);
  } catch (cause) {
    throw new LinkageError("file-unreadable", `ClickHouse cannot read the table ${table}`, { table }, cause);
  }
}

/** Without a database a name means the server's usual one, not the run's own. */
function quotedTable(table: string): string {
  const [name = "", database = "default"] = table.split(".").toReversed();
  return `"${database.replaceAll('"', '""')}"."${name.replaceAll('"', '""')}"`;
}

async function refuseBadIds(engine: Engine, side: Side): Promise<void> {
  const counts = await engine.one(
    `SELECT count(*) AS n, count(uid) AS present, uniqExact(uid) AS different FROM raw_${side}`,
  );
  const [n, present, different] = ["n", "present", "different"].map((name) => Number(counts[name]));
  if (n === 0) throw new LinkageError("table-empty", `the ${side} list has no rows`, { side });
  if (n === present && n === different) return;
  const what = n === present ? "repeat an id of another row" : "have no id";
  throw new LinkageError("ids-not-unique", `rows of the ${side} list ${what}`, { side });
}

/** Rows of one INSERT: a few megabytes of text. */
const rowsAtOnce = 20_000;

/** DuckDB reads the file with all its checks; the rows go on as text. */
async function handOver(
  engine: Engine,
  side: Side,
  source: ListSource,
  inputs: readonly Input[],
): Promise<void> {
  const reader = await openDatabase();
  try {
    await loadList(reader, side, source, inputs);
    const columns = ["uid", ...inputs.map((input) => columnName(input.column))];
    const types = columns.map((column) => `${column} Nullable(String)`).join(", ");
    await engine.run(`CREATE OR REPLACE TABLE raw_${side} (${types}) ENGINE = MergeTree ORDER BY tuple()`);
    const result = await reader.stream(`SELECT ${columns.join(", ")} FROM raw_${side}`);
    let lines: string[] = [];
    for (;;) {
      const chunk = await result.fetchChunk();
      const last = !chunk || chunk.rowCount === 0;
      lines.push(...(last ? [] : chunk.getRows()).map((row) => JSON.stringify(row)));
      if (lines.length >= rowsAtOnce || (last && lines.length > 0)) {
        await engine.run(`INSERT INTO raw_${side} FORMAT JSONCompactEachRow\n${lines.join("\n")}\n`);
        lines = [];
      }
      if (last) return;
    }
  } finally {
    reader.close();
  }
}
