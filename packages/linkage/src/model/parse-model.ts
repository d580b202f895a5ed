import { checkModel } from "./check-model.ts";
import { LinkageError } from "./linkage-error.ts";
import type { LinkageModel } from "./model.ts";

/** Reads a model from JSON text and checks every field; throws `model-invalid` naming the first fault by its path. */
export function parseModel(json: string): LinkageModel {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new LinkageError("model-invalid", "the model file is not JSON", {}, cause);
  }
  return checkModel(value);
}

/** The model as stable, readable JSON text. */
export const formatModel = (model: LinkageModel): string => `${JSON.stringify(model, null, 1)}\n`;
