import { strataOf, type Comparison } from "#model";
import { correctedU, stratumTotal, type Cells } from "#training";

/** How far a level's m and u on these lists lie from the stored model's, in bits of weight. */
export type LevelDrift = {
  comparison: string;
  level: string;
  stratum: string;
  /** Change of the weight owed to m and to u; their sum is what the stored weight is wrong by, if these lists are right. */
  byM: number;
  byU: number;
  moved: number;
};

export type Observed = {
  /** Expected matches per cell: the pairs' codes weighted by their probabilities. */
  matches: Cells;
  /** Random pairs per cell, and the share of matches among them. */
  random: { counts: Cells; lambda: number };
};

const enoughMatches = 200;
const enoughInCell = 20;
const enoughRandom = 3000;

/**
 * Compares a stored comparison with what these lists show, where they show enough. The matches are those the stored model
 * itself found, so drift is understated for levels that decide alone.
 */
export function driftOf(stored: Comparison, observed: Observed): LevelDrift[] {
  const levels = stored.levels.length;
  return strataOf(stored).flatMap((stratum, s) => {
    const matched = stratumTotal(observed.matches, s, levels);
    const random = stratumTotal(observed.random.counts, s, levels);
    return stored.levels.flatMap((level, i): LevelDrift[] => {
      const cell = s * levels + i;
      const [m, u] = [level.m?.[stratum], level.u?.[stratum]];
      if (m === undefined || u === undefined) return [];
      const seen = observed.matches[cell] ?? 0;
      const expected = m * matched;
      const tellsOfM = matched >= enoughMatches && Math.max(seen, expected) >= enoughInCell;
      const byM = tellsOfM ? Math.log2((seen + 1) / (expected + 1)) : 0;
      const count = observed.random.counts[cell] ?? 0;
      const uNow = correctedU(count, random, { m, lambda: observed.random.lambda, levels });
      const tellsOfU = random >= enoughRandom && Math.max(count, u * random) >= enoughInCell;
      const byU = tellsOfU ? Math.log2(u / uNow) : 0;
      return [{ comparison: stored.name, level: level.id, stratum, byM, byU, moved: byM + byU }];
    });
  });
}
