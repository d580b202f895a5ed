import { columnName, sparkDialect, type Dialect } from "#expression";
import { LinkageError, type Input, type LinkageModel } from "#model";
import { oneList, pairsStage, prepareStages, scoredStage, stage, twoLists, type Side } from "#stages";
import { contract } from "./contract.ts";
import type { ParquetList, SqlFile, SqlFilesOptions } from "./sql-files-options.ts";

/**
 * A linkage with a trained model as numbered SQL files, to be run in order by `spark-sql -f`, and a README that says
 * what goes in and comes out. Pure text: nothing is run here. Throws `model-untrained`.
 */
export function sqlFiles(model: LinkageModel, options: SqlFilesOptions): SqlFile[] {
  refuseUntrained(model);
  const dialect = sparkDialect;
  const sides = options.right ? twoLists : oneList;
  const lists = { left: options.left, ...(options.right ? { right: options.right } : {}) };
  const run = withPrior(model, options.leftRows);
  const { database = "tuwai_linkage", thresholdBits = -8 } = options;
  const stages = [
    ...Object.entries(lists).map(([side, list]) => rawStage(model.inputs, { side, list } as Raw)),
    ...prepareStages(run, dialect, { sides: options.right ? ["left", "right"] : ["left"] }),
    pairsStage(run, dialect, sides),
    scoredStage(run, dialect, sides, { thresholdBits, keepCodes: false }),
  ];
  const use = `CREATE DATABASE IF NOT EXISTS ${columnName(database)};\nUSE ${database};\n`;
  const files = stages.map((made) => {
    const statements = dialect.fill(made);
    const guard = made.name.startsWith("raw_") ? [refuseBadIds(made.name)] : [];
    return { name: made.name, text: `${use}${[...statements, ...guard].join(";\n")};\n` };
  });
  const numbered = [
    ...files,
    { name: "results", text: `${use}${results(dialect, options.out, sides.right)}` },
  ].map(({ name, text }, i) => ({ name: `${String(i + 1).padStart(2, "0")}-${name}.sql`, text }));
  return [...numbered, { name: "README.md", text: contract(run, options, numbered) }];
}

type Raw = { side: Side; list: ParquetList };

function rawStage(inputs: readonly Input[], { side, list }: Raw) {
  const select = inputs.map((input) => `${joined(input.from)} AS ${columnName(input.column)}`);
  const from = `parquet.${quoted(list.path)}`;
  const sql = `SELECT ${trimmed(list.id)} AS uid, ${select.join(", ")} FROM ${from}`;
  return stage(`raw_${side}`, [], "one row per record: its id and inputs as trimmed text", sql);
}

/** Stops the run: later stages would number rows that nobody can name. */
const refuseBadIds = (table: string): string =>
  `SELECT assert_true(count(*) > 0 AND count(*) = count(DISTINCT uid), '${table}: no rows, or ids missing or repeated') FROM ${table}`;

const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
const trimmed = (column: string): string => `nullif(trim(CAST(${quoted(column)} AS STRING)), '')`;
const joined = (columns: readonly string[]): string =>
  columns.length === 0
    ? "CAST(NULL AS STRING)"
    : `nullif(concat_ws(' ', ${columns.map(trimmed).join(", ")}), '')`;

function results(dialect: Dialect, out: string, right: Side): string {
  const pairs = `SELECT l.uid AS left_id, r.uid AS right_id, s.weight, s.rule FROM scored s JOIN records_left l ON l.id = s.lid JOIN records_${right} r ON r.id = s.rid`;
  const place = `row_number() OVER (PARTITION BY right_id ORDER BY weight DESC, left_id) AS place`;
  const best = `SELECT left_id, right_id, weight, rule FROM (SELECT *, ${place} FROM (${pairs})) WHERE place = 1`;
  return [
    `INSERT OVERWRITE DIRECTORY ${dialect.literal(`${out}/scored`)} USING PARQUET\n${pairs};\n`,
    `INSERT OVERWRITE DIRECTORY ${dialect.literal(`${out}/best`)} USING PARQUET\n${best};\n`,
  ].join("");
}

function refuseUntrained(model: LinkageModel): void {
  const isTrained =
    model.lambda !== undefined &&
    model.blocking.length > 0 &&
    model.comparisons.every((comparison) => comparison.levels.every((level) => level.m && level.u));
  if (isTrained) return;
  throw new LinkageError(
    "model-untrained",
    `the model ${model.name} must be trained before it can be written as SQL`,
    {
      model: model.name,
    },
  );
}

const withPrior = (model: LinkageModel, leftRows: number | undefined): LinkageModel =>
  leftRows === undefined || model.matchRate === undefined
    ? model
    : { ...model, lambda: Math.min(0.5, model.matchRate / Math.max(leftRows, 1)) };
