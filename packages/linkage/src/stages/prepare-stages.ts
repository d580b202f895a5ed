import { columnName, columnsOf, compileSql, type Dialect } from "#expression";
import { frequencyColumns, type Feature, type FeatureGroup, type LinkageModel } from "#model";
import { stage, type Side, type Stage, type TableName } from "./stage.ts";

type PrepareOptions = {
  /** Sides whose raw rows are there to prepare. */
  sides: readonly Side[];
  /** Value shares are there already (a prepared registry counted them). */
  sharesKnown?: boolean;
};

/** All stages from raw rows to comparable records. */
export function prepareStages(model: LinkageModel, dialect: Dialect, options: PrepareOptions): Stage[] {
  const { sides } = options;
  const groups = model.features.filter(isPerDistinct);
  return [
    ...sides.map((side) => idsStage(side, dialect)),
    ...groups.map((group) => valuesStage(model, group, { dialect, sides })),
    ...(options.sharesKnown
      ? []
      : groups.flatMap((group) => sharedColumns(model, group).map((c) => shareStage(c, group, dialect)))),
    ...groups.map((group) => knownStage(model, group)),
    ...sides.map((side) => recordsStage(model, dialect, side)),
  ];
}

type PerDistinct = FeatureGroup & { perDistinct: string };
const isPerDistinct = (group: FeatureGroup): group is PerDistinct => group.perDistinct !== undefined;

/** Numbers follow the order of the ids, so that every later sort by number is a sort by id. */
function idsStage(side: Side, dialect: Dialect): Stage {
  const number = dialect.cast("(row_number() OVER (ORDER BY uid))", "integer");
  const sql = `SELECT uid, ${number} - 1 AS id FROM raw_${side}`;
  return stage(
    `ids_${side}`,
    [`raw_${side}`],
    "one row per record: its id in the list and its dense number",
    sql,
  );
}

/** Columns that depend on one input are worked out once per different value, not once per row. */
function valuesStage(
  model: LinkageModel,
  group: PerDistinct,
  options: { dialect: Dialect; sides: readonly Side[] },
): Stage {
  const { dialect, sides } = options;
  const column = columnName(group.perDistinct);
  const reads = sides.map((side): TableName => `raw_${side}`);
  const values = reads.map((table) => `SELECT ${column} FROM ${table}`).join(" UNION ALL ");
  const distinct = `(SELECT ${column}, count(*) AS row_count FROM (${values}) WHERE ${column} IS NOT NULL GROUP BY ${column})`;
  const says = `one row per different ${column}: what is derived from it and how many records have it`;
  const kept = [column, "row_count", ...neededOf(model, group)].join(", ");
  const sql = `SELECT ${kept} FROM (${withColumns(distinct, group.columns, dialect)})`;
  return stage(`values_${column}`, reads, says, sql);
}

/** How common each value is: agreement on a rare one is stronger evidence. */
function shareStage(column: string, group: PerDistinct, dialect: Dialect): Stage {
  const name = columnName(column);
  const share = dialect.cast("(sum(row_count) / sum(sum(row_count)) OVER ())", "float");
  const sql = `SELECT ${name} AS value, ${share} AS share FROM values_${group.perDistinct} WHERE ${name} IS NOT NULL GROUP BY ${name}`;
  return stage(
    `share_${name}`,
    [`values_${group.perDistinct}`],
    `one row per ${name}: its share among all records that have one`,
    sql,
  );
}

function knownStage(model: LinkageModel, group: PerDistinct): Stage {
  const shared = sharedColumns(model, group).map(columnName);
  const columns = neededOf(model, group);
  const joins = shared.map((c) => `LEFT JOIN share_${c} s_${c} ON s_${c}.value = v.${c}`);
  const select = [
    `v.${group.perDistinct}`,
    ...columns.map((c) => `v.${c}`),
    ...shared.map((c) => `s_${c}.share AS share_${c}`),
  ];
  return stage(
    `known_${group.perDistinct}`,
    [`values_${group.perDistinct}`, ...shared.map((c): TableName => `share_${c}`)],
    `one row per different ${group.perDistinct}: the derived columns later stages read, with value shares`,
    `SELECT ${select.join(", ")} FROM values_${group.perDistinct} v ${joins.join(" ")}`,
  );
}

/** The derived columns of a group that later stages read. */
function neededOf(model: LinkageModel, group: PerDistinct): string[] {
  const kept = new Set(keptColumns(model));
  const rowwise = model.features
    .filter((other) => !isPerDistinct(other))
    .flatMap((other) => other.columns.flatMap((c) => columnsOf(c.is)));
  return group.columns
    .map((c) => columnName(c.name))
    .filter((name) => kept.has(name) || rowwise.includes(name));
}

/** Joins ids and per-value columns, works out the rest, and keeps only what later stages read. */
function recordsStage(model: LinkageModel, dialect: Dialect, side: Side): Stage {
  const perValue = model.features.filter(isPerDistinct);
  const groups = perValue.map((group) => group.perDistinct);
  const reads: TableName[] = [`raw_${side}`, `ids_${side}`, ...groups.map((g): TableName => `known_${g}`)];
  const joins = groups.map((g) => `LEFT JOIN known_${g} k_${g} ON k_${g}.${g} = x.${g}`);
  const known = perValue.map((group) => {
    const shares = sharedColumns(model, group).map((c) => `share_${columnName(c)}`);
    const names = [...neededOf(model, group), ...shares];
    return `, ${dialect.columnsOf(`k_${group.perDistinct}`, names, group.perDistinct)}`;
  });
  const raw = dialect.columnsOf("x", ["uid", ...model.inputs.map((input) => columnName(input.column))]);
  const from = `(SELECT i.id, ${raw}${known.join("")} FROM raw_${side} x JOIN ids_${side} i ON i.uid = x.uid ${joins.join(" ")})`;
  const rowwise = model.features.filter((group) => !isPerDistinct(group)).flatMap((group) => group.columns);
  const kept = [
    ...keptColumns(model).map(columnName),
    ...frequencyColumns(model).map((c) => `share_${columnName(c)}`),
  ];
  const sql = `SELECT id, uid${kept.map((c) => `, ${c}`).join("")} FROM ${rowwise.length > 0 ? `(${withColumns(from, rowwise, dialect)})` : from}`;
  return stage(`records_${side}`, reads, "one row per record: what comparisons and blocking read", sql);
}

const sharedColumns = (model: LinkageModel, group: PerDistinct): string[] =>
  frequencyColumns(model).filter((column) => group.columns.some((c) => c.name === column));

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
export function withColumns(from: string, columns: readonly Feature[], dialect: Dialect): string {
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
