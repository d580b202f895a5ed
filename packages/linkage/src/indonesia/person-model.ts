import type { Comparison, Input, LinkageModel } from "#model";
import { personBlocking, personTraining } from "./person-blocking.ts";
import { personComparisons } from "./person-comparisons.ts";
import { personFeatures, personInputs } from "./person-features.ts";
import { personPrior } from "./person-prior.generated.ts";

/** A person as the product hands it over. Everything but the id may be missing; numbers and dates are text. */
export type PersonRecord = {
  id: string;
  name?: string | null;
  nik?: string | null;
  familyCard?: string | null;
  birthDate?: string | null;
  sex?: string | null;
  villageCode?: string | null;
  address?: string | null;
};
const personColumns: Readonly<Record<string, keyof PersonRecord>> = {
  name: "name",
  nik: "nik",
  family_card: "familyCard",
  birth: "birthDate",
  sex: "sex",
  village: "villageCode",
  address: "address",
};

/** The Indonesian person model with the m and u shipped in this package: small lists need no training. Reads `PersonRecord`s. */
export function personModel(): LinkageModel {
  const model = untrainedPersonModel(
    Object.fromEntries(Object.entries(personColumns).map(([input, column]) => [input, [column]])),
  );
  return { ...model, matchRate: personPrior.matchRate, lambda: personPrior.matchRate / 100_000 };
}

/** The Indonesian person model with shipped m and u as a starting point. `from` names each input's source columns. */
export function untrainedPersonModel(from: Readonly<Record<string, readonly string[]>> = {}): LinkageModel {
  return {
    format: "linkage-model/1",
    name: "indonesian-persons",
    preset: "indonesia",
    inputs: personInputs.map((input): Input => ({ ...input, from: [...(from[input.column] ?? [])] })),
    features: personFeatures,
    comparisons: personComparisons.map(withPrior),
    blocking: personBlocking,
    budget: { pairsPerRecord: 60 },
    training: personTraining,
  };
}

function withPrior(comparison: Comparison): Comparison {
  const prior = personPrior.comparisons[comparison.name];
  return {
    ...comparison,
    levels: comparison.levels.map((level) => ({ ...level, ...prior?.[level.id] })),
  };
}
