import { duckdbDialect } from "#expression";
import type { Database } from "#duckdb";
import { LinkageError, type BlockingRule, type LinkageModel } from "#model";
import { ruleSizeSql, type Sides } from "#stages";
import type { RowCounts } from "./train-model.ts";

/** Small lists may always be compared, whatever the budget per record. */
const alwaysAffordable = 2_000_000;

/** Refuses a model whose rules would form more pairs than its budget; the error names the rule and its fullest key's pairs. */
export async function checkBlocking(
  db: Database,
  model: LinkageModel,
  lists: { sides: Sides; rows: RowCounts },
): Promise<LinkageModel> {
  const allowed = allowedPairs(model.budget.pairsPerRecord, lists.rows);
  const sizes = await ruleSizes(db, model.blocking, lists.sides);
  const widest = sizes.toSorted((a, b) => b.pairs - a.pairs)[0];
  if (!widest)
    throw new LinkageError(
      "nothing-to-compare",
      "the model has no blocking rule, so there is nothing to compare",
    );
  if (widest.pairs > allowed) {
    throw new LinkageError(
      "blocking-too-wide",
      `rule ${widest.rule.id} would form ${Math.round(widest.pairs)} pairs, over the budget of ${Math.round(allowed)}; its fullest key alone forms ${Math.round(widest.hottest)}`,
      { rule: widest.rule.id, pairs: widest.pairs, allowed, hottestKeyPairs: widest.hottest },
    );
  }
  return model;
}

export type RuleSize = { rule: BlockingRule; pairs: number; hottest: number };

/** Exact number of pairs of each rule, from value counts. */
export async function ruleSizes(
  db: Database,
  rules: readonly BlockingRule[],
  sides: Sides,
): Promise<RuleSize[]> {
  const sizes: RuleSize[] = [];
  for (const rule of rules) {
    const { pairs, hottest } = await db.one(ruleSizeSql(rule, duckdbDialect, sides));
    sizes.push({ rule, pairs: Number(pairs), hottest: Number(hottest) });
  }
  return sizes;
}

export const allowedPairs = (pairsPerRecord: number, rows: RowCounts): number =>
  Math.max(alwaysAffordable, pairsPerRecord * Math.max(rows.left, rows.right));
