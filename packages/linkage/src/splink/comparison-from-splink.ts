import { and, columnsOf, not, or, type Expression } from "#expression";
import { otherwise, type Comparison, type Level } from "#model";
import { conditionFromSql, type ReadColumn } from "./condition-from-sql.ts";
import type { SplinkColumns } from "./splink-columns.ts";
import { unsupported, type SplinkComparison, type SplinkLevel } from "./splink-settings.ts";
import { readSql, UnreadableSql } from "./sql-tree.ts";

export type SplinkImport = { columns: SplinkColumns; allowRaw: boolean; notes: string[] };

/** Splink's own stand-in for the chance of a level it never saw while training, and its floor for m and u. */
const unobservedChance = 1e-6;
const smallestChance = 1e-10;

const onPair: ReadColumn = (column, side) => [side, column];

/** One comparison of Splink as ours: null levels become "missing", the rest levels in the same order. */
export function comparisonFromSplink(comparison: SplinkComparison, run: SplinkImport): Comparison {
  const rest = comparison.levels.at(-1);
  if (!rest || !isElse(rest) || comparison.levels.length < 2)
    throw unsupported(`comparison ${comparison.name}: its last level must be ELSE`, {
      comparison: comparison.name,
    });
  const conditions = comparison.levels.map((level) => levelCondition(comparison, level, run));
  const missing: Expression[] = [];
  const before: Expression[] = [];
  const levels: Level[] = [];
  const trained = comparison.levels.some((level) => level.m !== undefined && level.u !== undefined);
  comparison.levels.forEach((level, i) => {
    const when = conditions[i] ?? false;
    if (level.isNull)
      missing.push(before.length > 0 ? and(when, not(["coalesce", or(...before), false])) : when);
    else {
      before.push(when);
      levels.push({
        id: levelId(level, levels),
        label: { id: labelOf(level), en: labelOf(level) },
        when,
        ...(trained ? chancesOf(comparison, level, run) : {}),
      });
    }
  });
  const real = comparison.levels.filter((level) => !level.isNull);
  return {
    name: comparison.name,
    label: { id: comparison.name, en: comparison.name },
    ...(isCostly(levels) ? { costly: true } : {}),
    missing: missing.length === 0 ? false : missing.length === 1 ? (missing[0] ?? false) : or(...missing),
    levels: levels.map((level, i) => withFrequency(level, real[i], { comparison, real, levels, run })),
  };
}

const isElse = (level: SplinkLevel): boolean => level.sql.trim().toUpperCase() === "ELSE";

function levelCondition(comparison: SplinkComparison, level: SplinkLevel, run: SplinkImport): Expression {
  if (isElse(level)) return true;
  try {
    return conditionFromSql(readSql(level.sql), run.columns, onPair);
  } catch (cause) {
    if (!(cause instanceof UnreadableSql)) throw cause;
    if (run.allowRaw) return rawCondition(comparison, level, run);
    throw unsupported(
      `comparison ${comparison.name}, level "${labelOf(level)}": cannot read ${cause.message}; with allowRaw its SQL is kept for DuckDB alone`,
      { comparison: comparison.name, level: labelOf(level), sql: level.sql },
    );
  }
}

/** The level's own SQL, for DuckDB alone. The harmless `TRUE OR …` beside it says which columns it reads. */
function rawCondition(comparison: SplinkComparison, level: SplinkLevel, run: SplinkImport): Expression {
  const used = new Set<string>();
  const onSide = (source: string, side: string): string => {
    const column = run.columns.column(source);
    used.add(column);
    return `${side.toLowerCase()}.${column}`;
  };
  const sql = level.sql
    .replaceAll(/"((?:[^"]|"")+)_([lr])"/gi, (_, source: string, side: string) => onSide(source, side))
    .replaceAll(/\b([A-Za-z][A-Za-z0-9_]*)_([lr])\b(?!['.(])/gi, (_, source: string, side: string) =>
      onSide(source, side),
    );
  run.notes.push(
    `${comparison.name} / ${labelOf(level)}: kept as DuckDB SQL, cannot be explained without DuckDB`,
  );
  const reads = [...used].flatMap((column): Expression[] => [
    ["is-null", ["left", column]],
    ["is-null", ["right", column]],
  ]);
  return and(["raw", "duckdb", sql], or(true, ...reads));
}

const chance = (value: number | undefined): number => Math.max(value ?? unobservedChance, smallestChance);

function chancesOf(
  comparison: SplinkComparison,
  level: SplinkLevel,
  run: SplinkImport,
): Pick<Level, "m" | "u"> {
  if (level.m === undefined || level.u === undefined)
    run.notes.push(
      `${comparison.name} / ${labelOf(level)}: not seen while Splink trained, taken as 1 in a million`,
    );
  return { m: { [otherwise]: chance(level.m) }, u: { [otherwise]: chance(level.u) } };
}

type Around = { comparison: SplinkComparison; real: SplinkLevel[]; levels: Level[]; run: SplinkImport };

/** Splink weighs rarity against the chance of an exact match on the same column, wherever that level stands. */
function withFrequency(level: Level, source: SplinkLevel | undefined, around: Around): Level {
  if (!source?.frequency || isElse(source)) return level;
  const { column, weight, floor, ownAverage } = source.frequency;
  const own = around.run.columns.column(column);
  const exact = ownAverage ? level : around.levels.find((other) => isExactOn(other.when, own));
  if (!exact)
    throw unsupported(
      `comparison ${around.comparison.name}, level "${labelOf(source)}": rarity of ${column} needs a level that is an exact match on it`,
      { comparison: around.comparison.name, level: labelOf(source) },
    );
  const average = exact === around.levels[0] ? {} : { average: exact.id };
  const shared = around.run.columns.shared(column);
  return {
    ...level,
    frequency: { column: shared, weight, floor: Math.max(floor, smallestChance), ...average },
  };
}

const isExactOn = (when: Expression, column: string): boolean =>
  [
    ["=", ["left", column], ["right", column]],
    ["=", ["right", column], ["left", column]],
  ].some((exact) => JSON.stringify(exact) === JSON.stringify(when));

const labelOf = (level: SplinkLevel): string => level.label ?? level.sql;

function levelId(level: SplinkLevel, taken: readonly Level[]): string {
  const stem = labelOf(level)
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 48);
  for (let i = 1; ; i++) {
    const id = i === 1 ? stem || "level" : `${stem}-${i}`;
    if (!taken.some((other) => other.id === id)) return id;
  }
}

const distances = ["jaro-winkler", "levenshtein", "damerau", "jaccard"];

/** Text distances are worth postponing; SQL kept as it is cannot be, it names its columns itself. */
function isCostly(levels: readonly Level[]): boolean {
  const text = JSON.stringify(levels.map((level) => level.when));
  return !text.includes('"raw"') && distances.some((distance) => text.includes(`"${distance}"`));
}

/** Names of the comparisons that read one of these columns. */
export const comparisonsReading = (
  comparisons: readonly Comparison[],
  columns: readonly string[],
): string[] =>
  comparisons
    .filter((c) => c.levels.some((level) => columnsOf(level.when).some((column) => columns.includes(column))))
    .map((c) => c.name);
