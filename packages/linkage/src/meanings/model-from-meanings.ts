import type { FeatureGroup, Input, LinkageModel, Meaning } from "#model";
import { columnComparison } from "./column-comparisons.ts";
import { columnFeatures } from "./column-features.ts";
import type { ColumnMeanings } from "./parse-meanings.ts";

/** Several columns of these meanings are parts of one value; of the others each column is compared for itself. */
const joined: readonly Meaning[] = ["given-name", "surname", "full-name", "birth-date", "address"];

/**
 * A model from nothing but what the columns mean. Blocking and training stay empty: `planBlocking` fills them
 * once the lists are loaded and rule sizes can be counted. `reasons` says why each choice was made.
 */
export function modelFromMeanings(columns: ColumnMeanings): { model: LinkageModel; reasons: string[] } {
  const inputs = inputsOf(columns);
  const reasons = inputs.map((input) => `${input.from.join(" + ")}: compared as ${input.meaning}`);
  const given = inputs.find((input) => input.meaning === "given-name");
  const surname = inputs.find((input) => input.meaning === "surname");
  if (given && surname)
    reasons.push(
      `${given.from.join(" + ")} and ${surname.from.join(" + ")}: may stand in each other's place`,
    );
  const comparisons = inputs
    .filter((input) => isCompared(input, inputs, reasons))
    .map((input) => {
      if (input === given) return columnComparison(input, surname);
      return columnComparison(input, input === surname ? given : undefined);
    });
  const features = inputs.map((input): FeatureGroup => ({
    perDistinct: input.column,
    columns: columnFeatures(input),
  }));
  const model: LinkageModel = {
    format: "linkage-model/1",
    name: "by-meaning",
    inputs,
    features,
    comparisons,
    blocking: [],
    budget: { pairsPerRecord: 20 },
    training: { certain: { rules: [], recall: 0.4 }, sessions: [], uPairs: 500_000, sessionPairs: 100_000 },
  };
  return { model, reasons };
}

function inputsOf(columns: ColumnMeanings): Input[] {
  const inputs: Input[] = [];
  for (const [column, meaning] of Object.entries(columns)) {
    const partner = joined.includes(meaning) ? inputs.find((input) => input.meaning === meaning) : undefined;
    if (partner) partner.from.push(column);
    else inputs.push({ column: freeName(meaning, inputs), meaning, from: [column] });
  }
  return inputs;
}

function freeName(meaning: Meaning, inputs: readonly Input[]): string {
  const stem = meaning.replaceAll("-", "_");
  const count = inputs.filter((input) => input.meaning === meaning).length;
  return count === 0 ? stem : `${stem}_${count + 1}`;
}

/** A birth year beside a birth date, or a full name beside its parts, would count the same evidence twice. */
function isCompared(input: Input, inputs: readonly Input[], reasons: string[]): boolean {
  const has = (meaning: Meaning) => inputs.some((other) => other.meaning === meaning);
  const repeats =
    (input.meaning === "birth-year" && has("birth-date")) ||
    (input.meaning === "full-name" && has("given-name") && has("surname"));
  if (repeats) reasons.push(`${input.from.join(" + ")}: not compared, it repeats what other columns say`);
  return !repeats;
}
