export * from "./model.ts";
export { frequencyColumns, missingCode, otherwise, readCode, strataOf, stratumStep } from "./strata.ts";
export { averageChance, frequencyBits, levelBits, mostBits, priorBits, probabilityOf } from "./bits.ts";
export { LinkageError, type LinkageErrorCode } from "./linkage-error.ts";
export { checkModel } from "./check-model.ts";
export { formatModel, parseModel } from "./parse-model.ts";
export { type LevelMove, type ModelChange, diffInWords, diffModels } from "./diff-models.ts";
