import type { Dialect } from "#expression";
import type { BlockingRule, LinkageModel } from "#model";
import { meets, sampledRecord, type Sample } from "./blocking-stages.ts";
import { codeColumns } from "./comparison-sql.ts";
import { isOneList, stage, type Side, type Sides, type Stage } from "./stage.ts";

/** Different multipliers keep the two sides' samples independent. */
const sideFactor: Record<Side, number> = { left: 7919, right: 104_729 };

/** A share of the records, chosen by hashing their numbers: the same seed chooses the same records. */
export function sampleStage(side: Side, dialect: Dialect, sample: Sample): Stage {
  const seed = sample.seed * sideFactor[side];
  const sql = `SELECT * FROM records_${side} WHERE ${sampledRecord(dialect, { ...sample, seed })}`;
  return stage(`sample_${side}`, [`records_${side}`], "one row per sampled record", sql);
}

/** Numbers only: materialised, so that comparing them runs on all threads. */
export function samplePairsStage(sides: Sides): Stage {
  const order = isOneList(sides) ? " WHERE l.id < r.id" : "";
  const sql = `SELECT l.id AS lid, r.id AS rid FROM sample_${sides.left} l, sample_${sides.right} r${order}`;
  const says = "one row per random pair of sampled records";
  return stage("sample_pairs", [`sample_${sides.left}`, `sample_${sides.right}`], says, sql);
}

/** Counts of comparison patterns over the pairs of `from`, which names both records l and r: columns c0…, certain, n, in a fixed order. */
export function patternsSql(model: LinkageModel, dialect: Dialect, from: string): string {
  const codes = model.comparisons.map((_, i) => `c${i}`).join(", ");
  const certain = dialect.truth(anyRule(model.training.certain.rules, dialect));
  const inner = `SELECT ${codeColumns(model.comparisons, dialect)}, ${certain} AS certain FROM ${from}`;
  return `SELECT ${codes}, certain, ${dialect.cast("count(*)", "double")} AS n FROM (${inner}) GROUP BY ALL ORDER BY ALL`;
}

/** The sampled random pairs. */
export const randomPairs = (sides: Sides): string =>
  `sample_pairs p JOIN sample_${sides.left} l ON l.id = p.lid JOIN sample_${sides.right} r ON r.id = p.rid`;

/** The pairs of a rule, for a share of the left records. */
export function sessionPairs(rule: BlockingRule, dialect: Dialect, sides: Sides, sample: Sample): string {
  const left =
    sample.share < 1
      ? `(SELECT * FROM records_${sides.left} WHERE ${sampledRecord(dialect, sample)})`
      : `records_${sides.left}`;
  const order = isOneList(sides) ? " WHERE l.id < r.id" : "";
  return `${left} l JOIN records_${sides.right} r ON ${meets(rule, dialect)}${order}`;
}

const anyRule = (rules: readonly BlockingRule[], dialect: Dialect): string =>
  rules.length === 0
    ? "FALSE"
    : `(${rules.map((rule) => `coalesce(${meets(rule, dialect)}, FALSE)`).join(" OR ")})`;
