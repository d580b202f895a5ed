import { columnName, columnsOf, type Dialect } from "#expression";
import {
  averageChance,
  frequencyColumns,
  levelBits,
  missingCode,
  mostBits,
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
  const codes = (chosen: typeof all, as: Dialect) =>
    chosen.map(({ comparison, i }) => `, ${codeSql(comparison, as)} AS c${i}`).join("");
  const bits = (chosen: typeof all) =>
    chosen.map(({ comparison, i }) => ` + ${bitsSql(comparison, i, dialect)}`).join("");

  const join = `JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;
  const along = carriedColumns(
    costly.map(({ comparison }) => comparison),
    frequencyColumns(model),
  );
  const compared = `SELECT p.rule, p.lid, p.rid${codes(cheap, dialect)}${along} FROM pairs p ${join}`;
  const sum = dialect.cast(`(${decimal(priorBits(model), dialect)}${bits(cheap)})`, "double");
  const partial = `SELECT *, ${sum} AS partial FROM (${compared})`;
  const hopeful = `SELECT *${codes(costly, carried)} FROM (${partial}) WHERE partial >= ${decimal(options.thresholdBits - bound, dialect)}`;
  const kept = options.keepCodes
    ? all.map(({ comparison, i }) => `, c${i}, ${bitsSql(comparison, i, dialect)} AS b${i}`).join("")
    : "";
  const weight = dialect.cast(`(partial${bits(costly)})`, "float");
  const scored = `SELECT rule, lid, rid${kept}, ${weight} AS weight FROM (${hopeful})`;
  const says = "one row per pair at or above the threshold: its weight in bits (log2 odds of a match)";
  return stage(
    "scored",
    ["pairs", `records_${sides.left}`, `records_${sides.right}`],
    says,
    `SELECT * FROM (${scored}) WHERE weight >= ${decimal(options.thresholdBits, dialect)}`,
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
    comparison.levels.map((_, level) => {
      const code = s * stratumStep + level;
      const bits = decimal(levelBits(comparison, level, stratum), dialect);
      const rareness = rarenessSql(comparison, level, { stratum, dialect });
      return `WHEN ${code} THEN ${rareness ? `${dialect.cast(bits, "double")} + ${rareness}` : bits}`;
    }),
  );
  return `(CASE c${index} WHEN ${missingCode} THEN 0.0 ${branches.join(" ")} END)`;
}

type InStratum = { stratum: string; dialect: Dialect };

function rarenessSql(comparison: Comparison, level: number, { stratum, dialect }: InStratum): string {
  const frequency = comparison.levels[level]?.frequency;
  if (!frequency) return "";
  const average = averageChance(comparison, level, stratum);
  const column = columnName(frequency.column);
  const floor = decimal(frequency.floor, dialect);
  const least = isShort(frequency.floor) ? dialect.single(floor) : floor;
  const share = `greatest(coalesce(l_share_${column}, r_share_${column}), coalesce(r_share_${column}, l_share_${column}), ${least})`;
  const dividend = decimal(average, dialect);
  const ratio =
    isShort(average) && isShort(frequency.floor)
      ? dialect.singleRatio(dividend, share)
      : `${dividend} / ${share}`;
  return `${decimal(frequency.weight, dialect)} * log2(${ratio})`;
}

/** A number as SQL text that reads back as the same number to 12 digits. */
function decimal(value: number, dialect: Dialect): string {
  if (!Number.isFinite(value)) throw new RangeError("a weight must be finite");
  return isShort(value) ? value.toPrecision(12) : dialect.cast(String(value), "double");
}

/** Written without an exponent: DuckDB then reads a decimal, which beside a FLOAT is worked out in single precision. */
const isShort = (value: number): boolean => !value.toPrecision(12).includes("e");
