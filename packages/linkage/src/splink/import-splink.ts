import { columnsOf } from "#expression";
import { checkModel, type BlockingRule, type Comparison, type LinkageModel, type TrainingPlan } from "#model";
import { comparisonFromSplink, comparisonsReading } from "./comparison-from-splink.ts";
import { ruleFromSplink } from "./rules-from-splink.ts";
import { splinkColumns } from "./splink-columns.ts";
import { readSplinkSettings } from "./splink-settings.ts";

/** How a model is brought over from Splink. */
export type SplinkImportOptions = {
  name?: string;
  /** Keep SQL this library cannot read as text for DuckDB instead of refusing the model. */
  allowRaw?: boolean;
};
/** A model brought over from Splink. */
export type SplinkImported = {
  model: LinkageModel;
  /** False when some comparison has no m and u yet: train the model before use. */
  trained: boolean;
  /** What was decided on the way, in words. */
  notes: string[];
};

/**
 * Brings over settings or a trained model saved by Splink 3, 4 or 5 (`settings.json`, `save_model_to_json`): a pair gets
 * the weight Splink's formula gives, prior + Σ log2(m/u) + rarity. Throws `splink-unsupported` naming comparison and level.
 */
export function importSplink(settings: unknown, options: SplinkImportOptions = {}): SplinkImported {
  const source = readSplinkSettings(settings);
  const columns = splinkColumns();
  const notes: string[] = [];
  const run = { columns, notes, allowRaw: options.allowRaw ?? false };
  const comparisons = source.comparisons.map((comparison) => comparisonFromSplink(comparison, run));
  const blocking: BlockingRule[] = [];
  for (const rule of source.blockingRules)
    blocking.push(
      ruleFromSplink(
        rule,
        columns,
        blocking.map((other) => other.id),
      ),
    );
  const trained = comparisons.every((comparison) =>
    comparison.levels.every((level) => level.m !== undefined && level.u !== undefined),
  );
  const model = checkModel({
    format: "linkage-model/1",
    name: options.name ?? "from-splink",
    inputs: columns.inputs(),
    features: columns.features(),
    comparisons,
    blocking,
    budget: { pairsPerRecord: 60 },
    training: trainingOf(comparisons, blocking),
    lambda: source.lambda,
  });
  return { model, trained, notes };
}

/** Splink's file holds no training plan: sessions by blocking rule, certain where two columns or more must agree. */
function trainingOf(comparisons: readonly Comparison[], blocking: readonly BlockingRule[]): TrainingPlan {
  return {
    certain: { rules: blocking.filter((rule) => rule.keys.length > 1), recall: 0.5 },
    sessions: blocking.slice(0, 5).map((rule) => ({
      rule,
      skips: comparisonsReading(comparisons, rule.keys.flatMap(columnsOf)),
    })),
    uPairs: 500_000,
    sessionPairs: 100_000,
  };
}
