import { columnName, columnsOf, compileSql, type Dialect } from "#expression";
import {
  averageChance,
  frequencyColumns,
  levelBits,
  missingCode,
  mostBits,
  otherwise,
  priorBits,
  strataOf,
  stratumStep,
  type Comparison,
  type LinkageModel,
} from "#model";
import { codeSql } from "./comparison-sql.ts";
import { stage, type Sides, type Stage } from "./stage.ts";

/** With `keepCodes` every pair also carries each comparison's code (c0…) and bits (b0…): the evidence. */
export type ScoringOptions = { thresholdBits: number; keepCodes: boolean };

/**
 * Cheap comparisons first; the costly ones only for pairs that could still reach the threshold with the most
 * bits these can give. Exact: no pair above the threshold is lost. One join serves both: the columns the costly
 * comparisons read travel along as l_… and r_….
 */
export function scoredStage(
  model: LinkageModel,
  dialect: Dialect,
  sides: Sides,
  options: ScoringOptions,
): Stage {
  const all = model.comparisons.map((comparison, i) => ({ comparison, i }));
  const cheap = all.filter(({ comparison }) => !comparison.costly);
  const costly = all.filter(({ comparison }) => comparison.costly);
  const bound = costly.reduce((sum, { comparison }) => sum + mostBits(comparison, strataOf(comparison)), 0);
  const carried = carriedDialect(dialect);
  const evidence = (chosen: typeof all, as: Dialect) =>
    chosen
      .map(({ comparison, i }) =>
        options.keepCodes
          ? `, ${codeSql(comparison, as)} AS c${i}`
          : `, ${directBitsSql(comparison, as)} AS b${i}`,
      )
      .join("");
  const bitsOf = ({ comparison, i }: (typeof all)[number], as: Dialect) =>
    options.keepCodes ? bitsSql(comparison, i, as) : `b${i}`;
  const sum = (chosen: typeof all, as: Dialect) => chosen.map((one) => ` + ${bitsOf(one, as)}`).join("");

  const join = `JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;
  const along = carriedColumns(
    costly.map(({ comparison }) => comparison),
    frequencyColumns(model),
  );
  const compared = `SELECT p.rule, p.lid, p.rid${evidence(cheap, dialect)}${along} FROM pairs p ${join}`;
  const partial = `SELECT *, ${double(priorBits(model))}${sum(cheap, carried)} AS partial FROM (${compared})`;
  const hopeful = `SELECT *${evidence(costly, carried)} FROM (${partial}) WHERE partial >= ${double(options.thresholdBits - bound)}`;
  const kept = options.keepCodes
    ? all.map((one) => `, c${one.i}, ${bitsOf(one, carried)} AS b${one.i}`).join("")
    : "";
  const weight = dialect.cast(`(partial${sum(costly, carried)})`, "float");
  const scored = `SELECT rule, lid, rid${kept}, ${weight} AS weight FROM (${hopeful})`;
  const says = "one row per pair at or above the threshold: its weight in bits (log2 odds of a match)";
  return stage(
    "scored",
    ["pairs", `records_${sides.left}`, `records_${sides.right}`],
    says,
    `SELECT * FROM (${scored}) WHERE weight >= ${double(options.thresholdBits)}`,
  );
}

/** The same dialect reading the columns a pair carries along instead of joined records. */
const carriedDialect = (dialect: Dialect): Dialect => ({
  ...dialect,
  column: { ...dialect.column, left: (column) => `l_${column}`, right: (column) => `r_${column}` },
});

function carriedColumns(comparisons: readonly Comparison[], shared: readonly string[]): string {
  const read = comparisons.flatMap((comparison) => [
    ...columnsOf(comparison.missing),
    ...(comparison.strata ?? []).flatMap((stratum) => columnsOf(stratum.when)),
    ...comparison.levels.flatMap((level) => columnsOf(level.when)),
  ]);
  const columns = [...new Set([...read, ...shared.map((column) => `share_${column}`)])].map(columnName);
  return columns.map((column) => `, l.${column} AS l_${column}, r.${column} AS r_${column}`).join("");
}

/** Bits of one comparison from its code column, with the adjustment for rare or common values. */
function bitsSql(comparison: Comparison, index: number, dialect: Dialect): string {
  const branches = strataOf(comparison).flatMap((stratum, s) =>
    comparison.levels.map(
      (_, level) =>
        `WHEN ${s * stratumStep + level} THEN ${levelBitsSql(comparison, level, { stratum, dialect })}`,
    ),
  );
  return `(CASE c${index} WHEN ${missingCode} THEN ${double(0)} ${branches.join(" ")} END)`;
}

/** The same bits straight from the records, for runs that keep no codes: no second look at the levels. */
function directBitsSql(comparison: Comparison, dialect: Dialect): string {
  const bits = (level: number, stratum: string) => levelBitsSql(comparison, level, { stratum, dialect });
  const missing = `WHEN ${compileSql(comparison.missing, dialect)} THEN ${double(0)}`;
  const levels = (stratum: string) =>
    comparison.levels
      .map((level, i) =>
        level.when === true
          ? `ELSE ${bits(i, stratum)}`
          : `WHEN ${compileSql(level.when, dialect)} THEN ${bits(i, stratum)}`,
      )
      .join(" ");
  if (!comparison.strata?.length) return `(CASE ${missing} ${levels(otherwise)} END)`;
  const strata = comparison.strata.map(
    (stratum) => `WHEN ${compileSql(stratum.when, dialect)} THEN (CASE ${levels(stratum.name)} END)`,
  );
  return `(CASE ${missing} ${strata.join(" ")} ELSE (CASE ${levels(otherwise)} END) END)`;
}

type InStratum = { stratum: string; dialect: Dialect };

function levelBitsSql(comparison: Comparison, level: number, { stratum, dialect }: InStratum): string {
  const bits = double(levelBits(comparison, level, stratum));
  const frequency = comparison.levels[level]?.frequency;
  if (!frequency) return bits;
  const column = columnName(frequency.column);
  const [mine, theirs] = [dialect.column.left(`share_${column}`), dialect.column.right(`share_${column}`)];
  const share = `greatest(coalesce(${mine}, ${theirs}), coalesce(${theirs}, ${mine}), ${double(frequency.floor)})`;
  const average = double(averageChance(comparison, level, stratum));
  return `${bits} + ${double(frequency.weight)} * log2(${average} / ${dialect.cast(share, "double")})`;
}

/** A number as SQL text every engine reads as a double: decimals would be added digit by digit. */
function double(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("a weight must be finite");
  return value.toExponential(15);
}
