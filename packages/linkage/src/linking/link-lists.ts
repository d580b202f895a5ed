import { duckdbDialect } from "#expression";
import { runStage, runStages, type Database } from "#duckdb";
import type { LinkageModel } from "#model";
import { isOneList, pairsStage, prepareStages, scoredStage, type Sides } from "#stages";
import { checkBlocking } from "./check-blocking.ts";
import { trainModel, type RowCounts } from "./train-model.ts";

export type Scored = { model: LinkageModel; rows: RowCounts; pairs: number };
export type Progress = (step: "prepare" | "train" | "block" | "score" | "assign") => void;
export type ScoreOptions = {
  sides: Sides;
  seed: number;
  thresholdBits: number;
  /** With a trained model the m and u are taken as they are; only the prior is set anew for these lists. */
  trained: boolean;
  onProgress?: Progress;
};

/** From loaded raw lists to scored pairs in the table `scored`: prepare, train unless trained, block, score. */
export async function scoreLists(db: Database, model: LinkageModel, options: ScoreOptions): Promise<Scored> {
  const { sides, seed, thresholdBits } = options;
  options.onProgress?.("prepare");
  await runStages(db, prepareStages(model, duckdbDialect, isOneList(sides) ? ["left"] : ["left", "right"]));
  const rows = {
    left: await countRows(db, `records_${sides.left}`),
    right: await countRows(db, `records_${sides.right}`),
  };
  const checked = await checkBlocking(db, model, { sides, rows });
  options.onProgress?.("train");
  const trained = options.trained
    ? withPrior(checked, rows)
    : await trainModel(db, checked, { sides, rows, seed });
  options.onProgress?.("block");
  await runStage(db, pairsStage(trained, duckdbDialect, sides));
  options.onProgress?.("score");
  await runStage(db, scoredStage(trained, duckdbDialect, sides, { thresholdBits, keepCodes: false }));
  return { model: trained, rows, pairs: await countRows(db, "pairs") };
}

export const countRows = async (db: Database, table: string): Promise<number> =>
  Number((await db.one(`SELECT count(*) AS n FROM ${table}`))["n"]);

/** The prior a trained model has on lists of other sizes: the same share of right records with a partner. */
function withPrior(model: LinkageModel, rows: RowCounts): LinkageModel {
  return { ...model, lambda: Math.min(0.5, (model.matchRate ?? 0.5) / Math.max(rows.left, 1)) };
}
