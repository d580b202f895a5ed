import { strataOf, type ByStratum, type Comparison, type Level } from "#model";
import { correctedU } from "./combine-fits.ts";
import { cellCount, readCells, stratumTotal, type Cells } from "./pattern.ts";

export type LabelCounts = {
  /** Labelled pairs per cell: those that are one person, and those that are two. */
  matches: Cells;
  nonMatches: Cells;
  /** Random pairs per cell, and the share of matches among them. */
  random: { counts: Cells; lambda: number };
};
export type LabelOptions = {
  /** The prior counts like this many labelled pairs. */
  priorLabels: number;
  /** `random`: u from random pairs; `labels`: from the pairs labelled different, fit only when those were drawn at random. */
  uFrom: "random" | "labels";
};
/** How many labels stand behind a level; few of them mean that the prior decides. */
export type LabelsSeen = {
  comparison: string;
  level: string;
  stratum: string;
  matches: number;
  nonMatches: number;
};

/** Fewer random pairs than this in a stratum say less than the labels or the model before. */
const enoughRandom = 3000;
const enoughNonMatches = 30;
const smallest = 1e-7;

/** m and u of one comparison from labelled pairs, drawn towards the prior (the model's own numbers) where labels are few. */
export function fitLabels(
  comparison: Comparison,
  counts: LabelCounts,
  options: LabelOptions,
): { levels: Level[]; seen: LabelsSeen[] } {
  const levels = comparison.levels.length;
  const strata = strataOf(comparison);
  const m = smoothedM(comparison, counts.matches, options.priorLabels);
  const u = new Float64Array(cellCount(comparison));
  strata.forEach((_, s) => {
    const fitted = fitU(comparison, s, { counts, m, options });
    for (let i = 0; i < levels; i++) u[s * levels + i] = fitted[i] ?? smallest;
  });
  const at = (cells: Cells, i: number): ByStratum =>
    Object.fromEntries(strata.map((stratum, s) => [stratum, rounded(cells[s * levels + i] ?? 0)]));
  return {
    levels: comparison.levels.map((level, i) => ({ ...level, m: at(m, i), u: at(u, i) })),
    seen: strata.flatMap((stratum, s) =>
      comparison.levels.map((level, i) => ({
        comparison: comparison.name,
        level: level.id,
        stratum,
        matches: counts.matches[s * levels + i] ?? 0,
        nonMatches: counts.nonMatches[s * levels + i] ?? 0,
      })),
    ),
  };
}

/** m = (labels + weight × prior) / (all labels + weight); tied comparisons count over all strata. */
function smoothedM(comparison: Comparison, matches: Cells, weight: number): Cells {
  const levels = comparison.levels.length;
  const prior = readCells(comparison, "m", (level) => (level === 0 ? 0.85 : 0.15 / (levels - 1)));
  const strata = strataOf(comparison).length;
  return prior.map((chance, cell) => {
    const level = cell % levels;
    const stratum = Math.floor(cell / levels);
    const own = Array.from({ length: strata }, (_, s) => s).filter((s) => comparison.tieM || s === stratum);
    const seen = own.reduce((sum, s) => sum + (matches[s * levels + level] ?? 0), 0);
    const total = own.reduce((sum, s) => sum + stratumTotal(matches, s, levels), 0);
    return Math.max((seen + weight * chance) / (total + weight), smallest);
  });
}

type Around = { counts: LabelCounts; m: Cells; options: LabelOptions };

function fitU(comparison: Comparison, s: number, { counts, m, options }: Around): number[] {
  const levels = comparison.levels.length;
  const cells = Array.from({ length: levels }, (_, i) => s * levels + i);
  const randomTotal = stratumTotal(counts.random.counts, s, levels);
  const labelledTotal = stratumTotal(counts.nonMatches, s, levels);
  const stratum = strataOf(comparison)[s] ?? "";
  const before = comparison.levels.map((level) => level.u?.[stratum]);
  const known = before.every((value) => value !== undefined);
  const fromRandom = cells.map((cell) =>
    correctedU(counts.random.counts[cell] ?? 0, randomTotal, {
      m: m[cell] ?? 0,
      lambda: counts.random.lambda,
      levels,
    }),
  );
  const useLabels =
    options.uFrom === "labels" || (randomTotal < enoughRandom && labelledTotal >= enoughNonMatches);
  if (!useLabels) return randomTotal < enoughRandom && known ? before.map(Number) : fromRandom;
  const weight = options.priorLabels;
  const prior = known ? before.map(Number) : fromRandom;
  return cells.map((cell, i) =>
    Math.max(
      ((counts.nonMatches[cell] ?? 0) + weight * (prior[i] ?? 0)) / (labelledTotal + weight),
      smallest,
    ),
  );
}

const rounded = (value: number): number => Number(value.toPrecision(6));
