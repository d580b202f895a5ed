import { untrainedPersonModel } from "#indonesia";
import { modelFromMeanings, planBlocking, type ColumnMeanings } from "#meanings";
import type { Engine } from "#duckdb";
import { LinkageError, type LinkageModel, type Meaning } from "#model";
import type { Sides } from "#stages";
import { allowedPairs, countRulePairs, tooWide, type RowCounts } from "./check-blocking.ts";

export type ModelChoice = {
  /** What the columns mean. With a model it may be empty: then the model's own source columns are read. */
  types: ColumnMeanings;
  preset?: "indonesia";
  /** A model trained before; its inputs are read from the columns named in `types`. */
  model?: LinkageModel;
};

/** The model a run starts from, with the reasons for its shape. */
export function resolveModel(choice: ModelChoice): {
  model: LinkageModel;
  reasons: string[];
  trained: boolean;
} {
  if (choice.model) {
    const named = Object.keys(choice.types).length > 0;
    const inputs = named ? withSources(choice.model.inputs, choice.types) : choice.model.inputs;
    return {
      model: { ...choice.model, inputs },
      reasons: [`model ${choice.model.name}, trained before`],
      trained: true,
    };
  }
  if (choice.preset === "indonesia") {
    const model = untrainedPersonModel();
    const inputs = withSources(model.inputs, choice.types);
    const reasons = inputs.map(
      (input) =>
        `${input.from.join(" + ") || "no column"}: read as ${input.meaning} by the Indonesian preset`,
    );
    return { model: { ...model, inputs }, reasons, trained: false };
  }
  return { ...modelFromMeanings(choice.types), trained: false };
}

/** Fills in blocking and training of a model that came from meanings alone. */
export async function completeModel(
  db: Engine,
  model: LinkageModel,
  lists: { sides: Sides; rows: RowCounts },
): Promise<{ model: LinkageModel; reasons: string[] }> {
  if (model.blocking.length > 0) return { model, reasons: [] };
  const count = (rule: LinkageModel["blocking"][number]) => countRulePairs(db, rule, lists);
  const allowed = allowedPairs(model.budget.pairsPerRecord, lists.rows);
  const plan = await planBlocking(model, count, allowed);
  if (plan.narrowest) throw await tooWide(db, { ...plan.narrowest, allowed, sides: lists.sides });
  if (plan.blocking.length === 0)
    throw new LinkageError("nothing-to-compare", "none of the columns in --types can bring rows together");
  const training = {
    ...model.training,
    certain: { ...model.training.certain, rules: plan.certain },
    sessions: plan.sessions,
  };
  return { model: { ...model, blocking: plan.blocking, training }, reasons: plan.reasons };
}

/** Gives each input the columns of its meaning: the first free input of a meaning takes them (the person preset joins given name and surname). */
function withSources(inputs: LinkageModel["inputs"], types: ColumnMeanings): LinkageModel["inputs"] {
  const columnsOf = (meaning: Meaning) => Object.keys(types).filter((column) => types[column] === meaning);
  const filled = inputs.map((input) => {
    const same = inputs.filter((other) => other.meaning === input.meaning);
    const columns = columnsOf(input.meaning);
    const mine = same.length === 1 ? columns : columns.slice(same.indexOf(input), same.indexOf(input) + 1);
    const parts =
      input.meaning === "full-name" && mine.length === 0
        ? [...columnsOf("given-name"), ...columnsOf("surname")]
        : mine;
    return { ...input, from: parts };
  });
  if (filled.every((input) => input.from.length === 0)) {
    throw new LinkageError(
      "nothing-to-compare",
      "none of the columns in --types has a meaning this model can compare",
    );
  }
  return filled;
}
