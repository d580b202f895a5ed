import { dropTables, dropUnneeded, runStage, runStages, timed, type Engine } from "#duckdb";
import type { LinkageModel } from "#model";
import { isOneList, pairsStage, prepareStages, scoredStage, type Sides } from "#stages";
import { checkBlocking, type RowCounts } from "./check-blocking.ts";
import { completeModel } from "./resolve-model.ts";
import { trainModel } from "./train-model.ts";

export type Progress = (step: "read" | "prepare" | "train" | "block" | "score" | "assign" | "write") => void;
export type ScoreOptions = {
  sides: Sides;
  seed: number;
  thresholdBits: number;
  /** With a trained model the m and u are taken as they are; only the prior is set anew for these lists. */
  trained: boolean;
  onProgress?: Progress;
};
export type Scored = { model: LinkageModel; rows: RowCounts; pairs: number; reasons: string[] };

/** From loaded raw lists to scored pairs in the table `scored`: prepare, plan, train unless trained, block, score. */
export async function scoreLists(db: Engine, start: LinkageModel, options: ScoreOptions): Promise<Scored> {
  const { sides, thresholdBits } = options;
  const { model, rows, reasons } = await trainLists(db, start, options);
  options.onProgress?.("block");
  await runStage(db, pairsStage(model, db.dialect, sides));
  options.onProgress?.("score");
  await runStage(db, scoredStage(model, db.dialect, sides, { thresholdBits, keepCodes: false }));
  const pairs = await countRows(db, "pairs");
  await dropTables(db, ["pairs"]);
  return { model, rows, reasons, pairs };
}

/** The records of both sides with their derived columns, and the model with the blocking rules they allow. */
export async function prepareLists(
  db: Engine,
  start: LinkageModel,
  sides: Sides,
): Promise<{ model: LinkageModel; rows: RowCounts; reasons: string[] }> {
  const preparing = prepareStages(start, db.dialect, {
    sides: isOneList(sides) ? ["left"] : ["left", "right"],
  });
  await runStages(db, preparing);
  await dropUnneeded(db, preparing, [`records_${sides.left}`, `records_${sides.right}`]);
  const rows = {
    left: await countRows(db, `records_${sides.left}`),
    right: await countRows(db, `records_${sides.right}`),
  };
  return { ...(await completeModel(db, start, { sides, rows })), rows };
}

/** The part of scoring up to a trained model. */
export async function trainLists(
  db: Engine,
  start: LinkageModel,
  options: ScoreOptions,
): Promise<{ model: LinkageModel; rows: RowCounts; reasons: string[] }> {
  const { sides, seed } = options;
  options.onProgress?.("prepare");
  const { model, rows, reasons } = await prepareLists(db, start, sides);
  await timed(db, "check_blocking", () => checkBlocking(db, model, { sides, rows }));
  options.onProgress?.("train");
  const trained = options.trained
    ? withPrior(model, rows)
    : await trainModel(db, model, { sides, rows, seed });
  await dropTables(db, ["sample_left", "sample_right", "sample_pairs"]);
  const notes = options.trained ? [] : (trained.provenance?.notes ?? []);
  return { model: trained, rows, reasons: [...reasons, ...notes] };
}

export const countRows = async (db: Engine, table: string): Promise<number> =>
  Number((await db.one(`SELECT count(*) AS n FROM ${table}`))["n"]);

/**
 * The prior a trained model has on lists of other sizes: the same share of right records with a partner.
 * A model that says nothing about that share (one brought over from Splink) keeps its prior.
 */
function withPrior(model: LinkageModel, rows: RowCounts): LinkageModel {
  if (model.matchRate === undefined && model.lambda !== undefined) return model;
  return { ...model, lambda: Math.min(0.5, (model.matchRate ?? 0.5) / Math.max(rows.left, 1)) };
}
