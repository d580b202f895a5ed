import { literalSql } from "#expression";
import { loadList, openDatabase } from "#duckdb";
import { resolveModel } from "#linking";
import { filesOf, type Arguments } from "./parse-arguments.ts";
import { runOptions } from "./run-options.ts";

/** `profile INPUT`: how filled and how telling each column is, without printing any value. */
export async function profileCommand(args: Arguments): Promise<number> {
  const [file = ""] = filesOf(args, ["INPUT"]);
  const options = await runOptions(args);
  const { model, reasons } = resolveModel(options);
  const db = await openDatabase(options);
  try {
    await loadList(db, "left", { file, id: options.id }, model.inputs);
    const columns = model.inputs.map((input) =>
      columnSql(input.column, input.from.join(" + "), input.meaning),
    );
    const profile = await db.rows(columns.join(" UNION ALL "));
    const { rows } = await db.one("SELECT count(*) AS rows FROM raw_left");
    process.stdout.write(`${JSON.stringify({ rows, columns: profile, reasons }, null, args.json ? 0 : 1)}\n`);
    return 0;
  } finally {
    db.close();
  }
}

/** Entropy in bits says what an agreement on the column is worth at best. */
function columnSql(column: string, from: string, meaning: string): string {
  return `SELECT ${literalSql(from)} AS "column", ${literalSql(meaning)} AS meaning, count(*) FILTER (${column} IS NULL) AS missing, count(DISTINCT ${column}) AS different, round(coalesce(entropy(${column}), 0), 2) AS bits FROM raw_left`;
}
