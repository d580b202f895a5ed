import { columnName, columnsOf, compileSql, duckdbDialect as dialect, type Expression } from "#expression";
import { frequencyColumns, type BlockingRule, type Feature, type LinkageModel } from "#model";
import { withColumns } from "#stages";

/**
 * A registry file holds: `registry` (one row: what it is), `records` (what comparisons read, with id and uid),
 * `keys_0`, `keys_1`, … (one per blocking rule: the hash of a record's keys and its id, in the order of the hash, so
 * that few parts of it need reading) and `share_<column>` (values common enough to weigh less than the rarest).
 */
export const file = "registry_file";

/** The columns comparisons read. */
function comparedColumns(model: LinkageModel): string[] {
  const read = model.comparisons.flatMap((c) => [
    ...columnsOf(c.missing),
    ...(c.strata ?? []).flatMap((stratum) => columnsOf(stratum.when)),
    ...c.levels.flatMap((level) => columnsOf(level.when)),
  ]);
  return [...new Set([...read, ...frequencyColumns(model)])].map(columnName);
}

/** The compared columns that follow from others: worked out again for the few candidates, cheaper than read for all. */
function derivedColumns(model: LinkageModel): Feature[] {
  const compared = new Set(comparedColumns(model));
  const shared = new Set(frequencyColumns(model));
  return model.features
    .flatMap((group) => group.columns)
    .filter(({ name, is }) => compared.has(name) && !shared.has(name) && readsOnly(is, compared));
}

function readsOnly(expression: Expression, columns: ReadonlySet<string>): boolean {
  const read = columnsOf(expression);
  return read.length > 0 && read.every((column) => columns.has(column));
}

/** The columns of `records` besides id and uid. */
function storedColumns(model: LinkageModel): string[] {
  const derived = new Set(derivedColumns(model).map((column) => column.name));
  return comparedColumns(model).filter((column) => !derived.has(column));
}

/** The tables that hold something of every record. */
export const registryTableNames = (model: LinkageModel): string[] => [
  "records",
  ...model.blocking.map((_, i) => `keys_${i}`),
];

/** Fills the file's tables from prepared records (`from`: id, uid and every kept column). */
export function registryTables(model: LinkageModel, from: string): { name: string; sql: string }[] {
  const columns = ["id", "uid", ...storedColumns(model)].join(", ");
  return [
    { name: "records", sql: `SELECT ${columns} FROM ${from} ORDER BY id` },
    ...model.blocking.map((rule, i) => ({
      name: `keys_${i}`,
      sql: `${keysSql(rule.keys, from)} ORDER BY key, id`,
    })),
  ];
}

/** One row per record that has all keys of the rule: their hash and the record's number. */
function keysSql(keys: BlockingRule["keys"], from: string): string {
  const compiled = keys.map((key) => compileSql(key, dialect));
  const present = compiled.map((key) => `${key} IS NOT NULL`).join(" AND ");
  return `SELECT ${dialect.keyHash(compiled)} AS key, id FROM ${from} WHERE ${present || "TRUE"}`;
}

/** How common the values of a column are; those below the floor count as the floor and are left out. */
export function sharesSql(model: LinkageModel, column: string): string {
  const floors = model.comparisons.flatMap((c) =>
    c.levels.flatMap((level) => (level.frequency?.column === column ? [level.frequency.floor] : [])),
  );
  const name = columnName(column);
  const shares = `SELECT ${name} AS value, (count(*) / sum(count(*)) OVER ())::FLOAT AS share FROM ${file}.records WHERE ${name} IS NOT NULL GROUP BY ${name}`;
  return `SELECT value, share FROM (${shares}) WHERE share > ${Math.min(...floors)} ORDER BY value`;
}

/** The candidates of the records on the right, found in the key tables: rule, lid, rid. */
export function registryPairsSql(model: LinkageModel): string {
  const found = model.blocking.map((rule, i) => {
    const right = keysSql(rule.rightKeys ?? rule.keys, "records_right");
    return `SELECT ${i}::UTINYINT AS rule, k.id AS lid, r.id AS rid FROM ${file}.keys_${i} k JOIN (${right}) r ON k.key = r.key`;
  });
  return `SELECT min(rule) AS rule, lid, rid FROM (\n${found.join("\nUNION ALL\n")}\n) GROUP BY lid, rid`;
}

/**
 * The registry's records that are somebody's candidate, with the shares scoring reads. `ids` when they are few: asked for
 * one by one, they let the engine skip all parts of the file but theirs (of a list of numbers it would read them all).
 */
export function candidatesSql(model: LinkageModel, ids?: readonly number[]): string {
  const shared = frequencyColumns(model).map(columnName);
  const joins = shared.map((c) => `LEFT JOIN share_${c} s_${c} ON s_${c}.value = x.${c}`).join(" ");
  const shares = shared.map((c) => `, s_${c}.share AS share_${c}`).join("");
  const conditions = ids?.length ? ids.map((id) => `id = ${id}`) : ["id IN (SELECT lid FROM pairs)"];
  const found = `(${conditions.map((condition) => `SELECT * FROM ${file}.records WHERE ${condition}`).join(" UNION ALL ")})`;
  const derived = derivedColumns(model);
  const records = derived.length > 0 ? `(${withColumns(found, derived, dialect)})` : found;
  return `SELECT x.*${shares} FROM ${records} x ${joins}`;
}
