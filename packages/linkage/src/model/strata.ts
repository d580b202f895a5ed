import type { Comparison, LinkageModel } from "./model.ts";

export const otherwise = "otherwise";
/** Codes of one comparison: `stratum × 32 + level`, −1 when a value is missing. Fits a signed byte for four strata. */
export const stratumStep = 32;
export const missingCode = -1;

/** Names of the strata in order of their test; a comparison without strata has the single one `otherwise`. */
export const strataOf = (comparison: Comparison): string[] => [
  ...(comparison.strata ?? []).map((stratum) => stratum.name),
  otherwise,
];

/** What a code says: which level was reached in which stratum. */
export function readCode(
  comparison: Comparison,
  code: number,
): { level: number; stratum: string } | "missing" {
  if (code < 0) return "missing";
  const stratum = strataOf(comparison)[Math.floor(code / stratumStep)] ?? otherwise;
  return { level: code % stratumStep, stratum };
}

/** Columns whose value shares adjust a weight, once each. */
export function frequencyColumns(model: LinkageModel): string[] {
  const columns = model.comparisons.flatMap((c) => c.levels.map((level) => level.frequency?.column));
  return [...new Set(columns.filter((column) => column !== undefined))];
}
