import { columnName, type Dialect } from "#expression";
import {
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
 * bits these can give. Exact: no pair above the threshold is lost.
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
  const join = `JOIN records_${sides.left} l ON l.id = p.lid JOIN records_${sides.right} r ON r.id = p.rid`;
  const shares = (chosen: typeof all) => shareColumns(chosen.map(({ comparison }) => comparison));
  const codes = (chosen: typeof all) => chosen.map(({ i }) => `, c${i}`).join("");
  const bits = (chosen: typeof all) =>
    chosen.map(({ comparison, i }) => ` + ${bitsSql(comparison, i)}`).join("");
  const cheapCodes = cheap.map(({ comparison, i }) => `, ${codeSql(comparison, dialect)} AS c${i}`).join("");
  const costlyCodes = costly
    .map(({ comparison, i }) => `, ${codeSql(comparison, dialect)} AS c${i}`)
    .join("");

  const first = `SELECT p.rule, p.lid, p.rid${cheapCodes}${shares(cheap)} FROM pairs p ${join}`;
  const partial = `SELECT rule, lid, rid${codes(cheap)}, (${decimal(priorBits(model))}${bits(cheap)})::DOUBLE AS partial FROM (${first})`;
  const hopeful = `SELECT * FROM (${partial}) WHERE partial >= ${decimal(options.thresholdBits - bound)}`;
  const again = options.keepCodes ? all : costly;
  const second = `SELECT p.*${costlyCodes}${shares(again)} FROM (${hopeful}) p ${join}`;
  const kept = options.keepCodes
    ? all.map(({ comparison, i }) => `, c${i}, ${bitsSql(comparison, i)} AS b${i}`).join("")
    : "";
  const scored = `SELECT rule, lid, rid${kept}, (partial${bits(costly)})::FLOAT AS weight FROM (${second})`;
  const says = "one row per pair at or above the threshold: its weight in bits (log2 odds of a match)";
  return stage(
    "scored",
    ["pairs", `records_${sides.left}`, `records_${sides.right}`],
    says,
    `SELECT * FROM (${scored}) WHERE weight >= ${decimal(options.thresholdBits)}`,
  );
}

/** Bits of one comparison from its code column, with the adjustment for rare or common values. */
function bitsSql(comparison: Comparison, index: number): string {
  const branches = strataOf(comparison).flatMap((stratum, s) =>
    comparison.levels.map((_, level) => {
      const code = s * stratumStep + level;
      return `WHEN ${code} THEN ${decimal(levelBits(comparison, level, stratum))}${rarenessSql(comparison, level, stratum)}`;
    }),
  );
  return `(CASE c${index} WHEN ${missingCode} THEN 0.0 ${branches.join(" ")} END)`;
}

function rarenessSql(comparison: Comparison, level: number, stratum: string): string {
  const frequency = comparison.levels[level]?.frequency;
  if (!frequency) return "";
  const average = comparison.levels[0]?.u?.[stratum] ?? comparison.levels[0]?.u?.[otherwise] ?? 1;
  const column = columnName(frequency.column);
  const share = `greatest(coalesce(l_${column}, r_${column}), coalesce(r_${column}, l_${column}), ${decimal(frequency.floor)})`;
  return `::DOUBLE + ${decimal(frequency.weight)} * log2(${decimal(average)} / ${share})`;
}

function shareColumns(comparisons: readonly Comparison[]): string {
  const columns = frequencyColumns({ comparisons } as LinkageModel).map(columnName);
  return columns.map((c) => `, l.share_${c} AS l_${c}, r.share_${c} AS r_${c}`).join("");
}

/** A number as SQL text that reads back as the same number to 12 digits. */
function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError("a weight must be finite");
  const text = value.toPrecision(12);
  return text.includes("e") ? `${value}::DOUBLE` : text;
}
