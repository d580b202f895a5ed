import { compileSql, type Dialect } from "#expression";
import { missingCode, stratumStep, type Comparison } from "#model";

/** The code of one comparison for a pair: −1 missing, else stratum × 32 + level (see model/strata). */
export function codeSql(comparison: Comparison, dialect: Dialect): string {
  const levels = comparison.levels.map((level, i) =>
    level.when === true ? `ELSE ${i}` : `WHEN ${compileSql(level.when, dialect)} THEN ${i}`,
  );
  const missing = `WHEN ${compileSql(comparison.missing, dialect)} THEN ${missingCode}`;
  if (!comparison.strata?.length) return dialect.cast(`(CASE ${missing} ${levels.join(" ")} END)`, "tinyint");
  const strata = comparison.strata.map(
    (stratum, s) => `WHEN ${compileSql(stratum.when, dialect)} THEN ${s * stratumStep}`,
  );
  const offset = `(CASE ${strata.join(" ")} ELSE ${comparison.strata.length * stratumStep} END)`;
  return dialect.cast(`(CASE ${missing} ELSE (CASE ${levels.join(" ")} END) + ${offset} END)`, "tinyint");
}

/** Columns c0, c1, … with the code of every comparison. */
export const codeColumns = (comparisons: readonly Comparison[], dialect: Dialect): string =>
  comparisons.map((comparison, i) => `${codeSql(comparison, dialect)} AS c${i}`).join(", ");
