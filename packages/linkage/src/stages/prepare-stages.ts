import { columnName, columnsOf, compileSql, type Dialect } from "#expression";
import { frequencyColumns, type Feature, type LinkageModel } from "#model";
import { stage, type Side, type Stage, type TableName } from "./stage.ts";

/** All stages from raw rows to comparable records. `shares` says over which sides values are counted. */
export function prepareStages(model: LinkageModel, dialect: Dialect, sides: readonly Side[]): Stage[] {
  return [
    ...sides.map(idsStage),
    ...valueStages(model, dialect, sides),
    ...sides.map((side) => featuresStage(model, dialect, side)),
    ...frequencyColumns(model).map((column) => shareStage(column, sides)),
    ...sides.map((side) => recordsStage(model, side)),
  ];
}

/** Numbers follow the order of the ids, so that every later sort by number is a sort by id. */
export function idsStage(side: Side): Stage {
  const sql = `SELECT uid, (row_number() OVER (ORDER BY uid))::INTEGER - 1 AS id FROM raw_${side}`;
  return stage(
    `ids_${side}`,
    [`raw_${side}`],
    "one row per record: its id in the list and its dense number",
    sql,
  );
}

/** Derived columns are worked out once per different value, not once per row. */
export function valueStages(model: LinkageModel, dialect: Dialect, sides: readonly Side[]): Stage[] {
  return model.features.flatMap((group) => {
    if (!group.perDistinct) return [];
    const column = columnName(group.perDistinct);
    const reads = sides.map((side): TableName => `raw_${side}`);
    const values = reads.map((table) => `SELECT ${column} FROM ${table}`).join(" UNION ALL ");
    const distinct = `SELECT DISTINCT ${column} FROM (${values}) WHERE ${column} IS NOT NULL`;
    const sql = withColumns(`(${distinct})`, group.columns, dialect);
    return [
      stage(`values_${column}`, reads, `one row per different ${column}: what is derived from it`, sql),
    ];
  });
}

/** Joins ids and per-value columns and works out the rest; keeps only what later stages read. */
export function featuresStage(model: LinkageModel, dialect: Dialect, side: Side): Stage {
  const distinct = model.features.flatMap((group) => (group.perDistinct ? [group.perDistinct] : []));
  const reads: TableName[] = [`raw_${side}`, `ids_${side}`, ...distinct.map((c): TableName => `values_${c}`)];
  const valueColumns = model.features.flatMap((group) =>
    group.perDistinct ? group.columns.map((c) => `v_${group.perDistinct}.${columnName(c.name)}`) : [],
  );
  const joins = distinct.map((c) => `LEFT JOIN values_${c} v_${c} ON v_${c}.${c} = x.${c}`);
  const from = `(SELECT i.id, x.*${valueColumns.map((c) => `, ${c}`).join("")} FROM raw_${side} x JOIN ids_${side} i ON i.uid = x.uid ${joins.join(" ")})`;
  const rowwise = model.features.filter((group) => !group.perDistinct).flatMap((group) => group.columns);
  const kept = keptColumns(model).map(columnName);
  const sql = `SELECT id, uid${kept.map((c) => `, ${c}`).join("")} FROM (${withColumns(from, rowwise, dialect)})`;
  return stage(
    `features_${side}`,
    reads,
    "one row per record: the columns that comparisons and blocking read",
    sql,
  );
}

/** How common each value is: rare agreement is stronger evidence. */
export function shareStage(column: string, sides: readonly Side[]): Stage {
  const reads = sides.map((side): TableName => `features_${side}`);
  const values = reads
    .map((table) => `SELECT ${columnName(column)} AS value FROM ${table}`)
    .join(" UNION ALL ");
  const sql = `SELECT value, (count(*) / sum(count(*)) OVER ())::FLOAT AS share FROM (${values}) WHERE value IS NOT NULL GROUP BY value`;
  return stage(
    `share_${column}`,
    reads,
    `one row per ${column}: its share among all records that have one`,
    sql,
  );
}

export function recordsStage(model: LinkageModel, side: Side): Stage {
  const columns = frequencyColumns(model).map(columnName);
  const reads: TableName[] = [`features_${side}`, ...columns.map((c): TableName => `share_${c}`)];
  const joins = columns.map((c) => `LEFT JOIN share_${c} s_${c} ON s_${c}.value = x.${c}`);
  const sql = `SELECT x.*${columns.map((c) => `, s_${c}.share AS share_${c}`).join("")} FROM features_${side} x ${joins.join(" ")}`;
  return stage(`records_${side}`, reads, "one row per record, ready to be compared", sql);
}

/** Columns read by comparisons, strata, blocking, training and shares; all of them while blocking is not planned yet. */
export function keptColumns(model: LinkageModel): string[] {
  if (model.blocking.length === 0)
    return model.features.flatMap((group) => group.columns.map((column) => column.name));
  const { comparisons, blocking, training } = model;
  const rules = [...blocking, ...training.certain.rules, ...training.sessions.map((session) => session.rule)];
  return [
    ...new Set([
      ...comparisons.flatMap((c) => [
        ...columnsOf(c.missing),
        ...(c.strata ?? []).flatMap((stratum) => columnsOf(stratum.when)),
        ...c.levels.flatMap((level) => columnsOf(level.when)),
      ]),
      ...rules.flatMap((rule) => [...rule.keys, ...(rule.rightKeys ?? [])].flatMap(columnsOf)),
      ...frequencyColumns(model),
    ]),
  ];
}

/** Adds columns in layers: a column stands one layer above the columns it reads, so nothing is computed twice. */
function withColumns(from: string, columns: readonly Feature[], dialect: Dialect): string {
  const layers = layersOf(columns);
  return layers.reduce((inner, layer, i) => {
    const added = layer.map((c) => `${compileSql(c.is, dialect)} AS ${columnName(c.name)}`).join(", ");
    const select = `SELECT *, ${added} FROM ${inner}`;
    return i === layers.length - 1 ? select : `(${select})`;
  }, from);
}

function layersOf(columns: readonly Feature[]): Feature[][] {
  const depth = new Map<string, number>();
  const layers: Feature[][] = [];
  for (const column of columns) {
    const below = columnsOf(column.is).map((name) => depth.get(name) ?? -1);
    const mine = Math.max(-1, ...below) + 1;
    depth.set(column.name, mine);
    (layers[mine] ??= []).push(column);
  }
  return layers;
}
