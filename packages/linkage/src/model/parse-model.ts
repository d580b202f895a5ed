import { LinkageError } from "./linkage-error.ts";
import { meanings, type Comparison, type LinkageModel } from "./model.ts";

/** Reads a model from JSON text and checks its shape; throws `model-invalid` naming the first fault. */
export function parseModel(json: string): LinkageModel {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new LinkageError("model-invalid", "the model file is not JSON", {}, cause);
  }
  const fault = findFault(value);
  if (fault) throw new LinkageError("model-invalid", fault);
  return value as LinkageModel;
}

/** The model as stable, readable JSON text. */
export const formatModel = (model: LinkageModel): string => `${JSON.stringify(model, null, 1)}\n`;

function findFault(value: unknown): string | undefined {
  if (!isRecord(value)) return "the model file does not hold an object";
  if (value["format"] !== "linkage-model/1") return "the model file is not of format linkage-model/1";
  for (const key of ["inputs", "features", "comparisons", "blocking"]) {
    if (!Array.isArray(value[key])) return `the model has no list "${key}"`;
  }
  const model = value as unknown as LinkageModel;
  for (const input of model.inputs) {
    if (!meanings.includes(input.meaning)) return `unknown meaning "${input.meaning}" in inputs`;
  }
  for (const comparison of model.comparisons) {
    const fault = comparisonFault(comparison);
    if (fault) return `comparison ${comparison.name}: ${fault}`;
  }
  return undefined;
}

function comparisonFault(comparison: Comparison): string | undefined {
  if (!Array.isArray(comparison.levels) || comparison.levels.length < 2) return "needs at least two levels";
  if (comparison.levels.length > 32) return "has more than 32 levels";
  if ((comparison.strata?.length ?? 0) > 3) return "has more than three strata";
  if (comparison.levels.at(-1)?.when !== true) return "its last level must be `true`";
  const chances = comparison.levels.flatMap((level) => [
    ...Object.values(level.m ?? {}),
    ...Object.values(level.u ?? {}),
  ]);
  if (chances.some((chance) => !(chance > 0 && chance <= 1))) return "m and u must lie above 0 and at most 1";
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
