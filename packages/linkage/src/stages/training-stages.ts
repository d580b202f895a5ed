import type { Dialect } from "#expression";
import type { BlockingRule, LinkageModel } from "#model";
import { meets } from "./blocking-stages.ts";
import { codeColumns } from "./comparison-sql.ts";
import { isOneList, stage, type Side, type Sides, type Stage } from "./stage.ts";

const million = 1_000_000;
/** Different multipliers keep the two sides' samples independent. */
const sideFactor: Record<Side, number> = { left: 7919, right: 104_729 };

/** A share of the records, chosen by hashing their numbers: the same seed chooses the same records. */
export function sampleStage(side: Side, share: number, seed: number): Stage {
  const chosen = `hash(id + ${Math.trunc(seed)} * ${sideFactor[side]}) % ${million} < ${Math.round(share * million)}`;
  const sql = `SELECT * FROM records_${side} WHERE ${chosen}`;
  return stage(`sample_${side}`, [`records_${side}`], "one row per sampled record", sql);
}

/** Numbers only: materialised, so that comparing them runs on all threads. */
export function samplePairsStage(sides: Sides): Stage {
  const order = isOneList(sides) ? " WHERE l.id < r.id" : "";
  const sql = `SELECT l.id AS lid, r.id AS rid FROM sample_${sides.left} l, sample_${sides.right} r${order}`;
  const says = "one row per random pair of sampled records";
  return stage("sample_pairs", [`sample_${sides.left}`, `sample_${sides.right}`], says, sql);
}

/** Counts of comparison patterns over some pairs (columns c0…, certain, n), in a fixed order. */
export function patternsSql(
  model: LinkageModel,
  dialect: Dialect,
  sides: Sides,
  pairs: { sql: string; from?: "records" | "sample" },
): string {
  const codes = model.comparisons.map((_, i) => `c${i}`).join(", ");
  const certain = anyRule(model.training.certain.rules, dialect);
  const from = pairs.from ?? "records";
  const inner = `SELECT ${codeColumns(model.comparisons, dialect)}, ${certain} AS certain FROM (${pairs.sql}) p JOIN ${from}_${sides.left} l ON l.id = p.lid JOIN ${from}_${sides.right} r ON r.id = p.rid`;
  return `SELECT ${codes}, certain, count(*)::DOUBLE AS n FROM (${inner}) GROUP BY ALL ORDER BY ALL`;
}

export const anyRule = (rules: readonly BlockingRule[], dialect: Dialect): string =>
  rules.length === 0
    ? "FALSE"
    : `(${rules.map((rule) => `coalesce(${meets(rule, dialect)}, FALSE)`).join(" OR ")})`;
