import type { Engine } from "#duckdb";
import { LinkageError, type BlockingRule, type LinkageModel } from "#model";
import { hottestKeySql, ruleSizeSql, type Sides } from "#stages";

export type RowCounts = { left: number; right: number };

/** Small lists may always be compared, whatever the budget per record. */
const alwaysAffordable = 2_000_000;
/** Rule sizes are exact up to this many left records and estimated from a sample of that size beyond. */
const countedRecords = 20_000;

/** Refuses a model one of whose rules alone would form more pairs than its budget; the error names the rule and its fullest key's pairs. */
export async function checkBlocking(
  db: Engine,
  model: LinkageModel,
  lists: { sides: Sides; rows: RowCounts },
): Promise<void> {
  if (model.blocking.length === 0)
    throw new LinkageError("nothing-to-compare", "the model has no blocking rule");
  const allowed = allowedPairs(model.budget.pairsPerRecord, lists.rows);
  for (const rule of model.blocking) {
    const pairs = await countRulePairs(db, rule, lists);
    if (pairs > allowed) throw await tooWide(db, { rule, pairs, allowed, sides: lists.sides });
  }
}

/** The refusal of a rule: what it would cost, and how much of that its fullest key alone. */
export async function tooWide(
  db: Engine,
  { rule, pairs, allowed, sides }: { rule: BlockingRule; pairs: number; allowed: number; sides: Sides },
): Promise<LinkageError> {
  const hottest = Number((await db.one(hottestKeySql(rule, db.dialect, sides)))["pairs"]);
  return new LinkageError(
    "blocking-too-wide",
    `rule ${rule.id} would form about ${Math.round(pairs)} pairs, over the budget of ${Math.round(allowed)}; its fullest key alone forms ${Math.round(hottest)}`,
    { rule: rule.id, pairs, allowed, hottestKeyPairs: hottest },
  );
}

/** Number of pairs a rule forms: exact on small lists, estimated from a sample on large ones. */
export async function countRulePairs(
  db: Engine,
  rule: BlockingRule,
  { sides, rows }: { sides: Sides; rows: RowCounts },
): Promise<number> {
  const share = Math.min(1, countedRecords / Math.max(rows.left, 1));
  return Number((await db.one(ruleSizeSql(rule, db.dialect, sides, share)))["pairs"]);
}

export const allowedPairs = (pairsPerRecord: number, rows: RowCounts): number =>
  Math.max(alwaysAffordable, pairsPerRecord * Math.max(rows.left, rows.right));
