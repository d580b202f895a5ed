import { LinkageError } from "./linkage-error.ts";
import type { Comparison, LinkageModel } from "./model.ts";

/** log2(m/u) of a level in a stratum: how strongly it speaks for (positive) or against (negative) the same person. */
export function levelBits(comparison: Comparison, level: number, stratum: string): number {
  const { m, u } = levelChances(comparison, level, stratum);
  return Math.log2(m / u);
}

/** Bits gained when the agreeing value is rarer than average (lost when more common). `share` is its share of all records. */
export function frequencyBits(comparison: Comparison, level: number, stratum: string, share: number): number {
  const frequency = comparison.levels[level]?.frequency;
  if (!frequency) return 0;
  const average = averageChance(comparison, level, stratum);
  return frequency.weight * Math.log2(average / Math.max(share, frequency.floor));
}

/** Chance that two persons agree on the value whose rarity a level weighs: u of the exact level, in this stratum. */
export function averageChance(comparison: Comparison, level: number, stratum: string): number {
  const named = comparison.levels[level]?.frequency?.average;
  const exact = named === undefined ? 0 : comparison.levels.findIndex((other) => other.id === named);
  return levelChances(comparison, exact, stratum).u;
}

/** The most bits a comparison can add, over all levels, strata and value shares. */
export function mostBits(comparison: Comparison, strata: readonly string[]): number {
  let most = 0;
  for (const stratum of strata) {
    comparison.levels.forEach((_, level) => {
      most = Math.max(
        most,
        levelBits(comparison, level, stratum) + frequencyBits(comparison, level, stratum, 0),
      );
    });
  }
  return most;
}

/** Log2 odds that a random pair matches. */
export function priorBits(model: LinkageModel): number {
  const lambda = model.lambda;
  if (lambda === undefined)
    throw new LinkageError("model-untrained", `model ${model.name} has no prior; train it first`);
  return Math.log2(lambda / (1 - lambda));
}

export const probabilityOf = (bits: number): number => 1 / (1 + 2 ** -bits);

function levelChances(comparison: Comparison, level: number, stratum: string): { m: number; u: number } {
  const m = comparison.levels[level]?.m?.[stratum];
  const u = comparison.levels[level]?.u?.[stratum];
  if (m === undefined || u === undefined) {
    const name = `${comparison.name} / ${comparison.levels[level]?.id ?? level} / ${stratum}`;
    throw new LinkageError("model-untrained", `the model has no m or u for ${name}`, { level: name });
  }
  return { m, u };
}
