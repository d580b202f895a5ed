import { strataOf, type Comparison } from "#model";
import { cellCount, cellOf, readCells, stratumTotal, type Cells, type Pattern } from "./pattern.ts";

export type SessionInput = {
  comparisons: readonly Comparison[];
  patterns: readonly Pattern[];
  /** Chance of each cell among pairs that do not match, from random sampling. */
  u: readonly Cells[];
  /** Names of comparisons the blocking rule decides: they carry no information here. */
  skips: readonly string[];
  /** Names of comparisons whose u is fitted too, in strata random pairs never reach. */
  freeU: readonly string[];
};

/** What one session learnt: per comparison m and u, and how many matched pairs each stratum saw. */
export type SessionFit = {
  matchShare: number;
  iterations: number;
  pairs: number;
  /** Comparisons whose u was fitted here. */
  fitted: Set<string>;
  fits: Map<string, { m: Cells; u: Cells; seen: Float64Array; seenUnmatched: Float64Array }>;
};

const mostIterations = 60;
const stillMoving = 1e-5;
/** Weight of the prior on m, as a share of the session's matched pairs: keeps unseen levels off zero. */
const priorWeight = 0.01;

/**
 * Expectation–maximisation over counts of patterns: each round splits every pattern between "match" and "no match"
 * by the present m and u, then reads new m from the split. Thousands of patterns, not millions of pairs.
 */
export function fitSession(input: SessionInput): SessionFit {
  const parts = input.comparisons.flatMap((comparison, index) =>
    input.skips.includes(comparison.name) ? [] : [startPart(comparison, index, input)],
  );
  const pairs = input.patterns.reduce((sum, pattern) => sum + pattern.count, 0);
  let matchShare = 0.1;
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations++;
    const share = expect(input.patterns, parts, matchShare) / Math.max(pairs, 1);
    const moved = Math.max(Math.abs(share - matchShare), ...parts.map(maximise));
    matchShare = Math.min(Math.max(share, 1e-9), 1 - 1e-9);
    if (moved < stillMoving) break;
  }
  const fits = new Map(parts.map((part) => [part.comparison.name, partFit(part)]));
  return { matchShare, iterations, pairs, fitted: new Set(input.freeU), fits };
}

type Part = {
  comparison: Comparison;
  cellsOfPatterns: Int32Array;
  prior: Cells;
  m: Cells;
  u: Cells;
  matched: Cells;
  unmatched: Cells;
  seen: Float64Array;
  seenUnmatched: Float64Array;
  fitU: boolean;
};

const partFit = ({ m, u, seen, seenUnmatched }: Part) => ({ m, u, seen, seenUnmatched });

function startPart(comparison: Comparison, index: number, input: SessionInput): Part {
  const levels = comparison.levels.length;
  const prior = readCells(comparison, "m", (level) => (level === 0 ? 0.85 : 0.15 / (levels - 1)));
  return {
    comparison,
    cellsOfPatterns: Int32Array.from(input.patterns, (pattern) =>
      cellOf(comparison, pattern.codes[index] ?? -1),
    ),
    prior,
    m: prior.slice(),
    u: (input.u[index] ?? new Float64Array(cellCount(comparison))).slice(),
    matched: new Float64Array(cellCount(comparison)),
    unmatched: new Float64Array(cellCount(comparison)),
    seen: new Float64Array(strataOf(comparison).length),
    seenUnmatched: new Float64Array(strataOf(comparison).length),
    fitU: input.freeU.includes(comparison.name),
  };
}

/** Splits every pattern between matched and unmatched cells; gives the expected number of matches. */
function expect(patterns: readonly Pattern[], parts: readonly Part[], matchShare: number): number {
  const prior = Math.log(matchShare / (1 - matchShare));
  const logs = parts.map((part) =>
    part.m.map((m, cell) => Math.log(Math.max(m, 1e-9) / Math.max(part.u[cell] ?? 0, 1e-12))),
  );
  for (const part of parts) {
    part.matched.fill(0);
    part.unmatched.fill(0);
  }
  let matches = 0;
  patterns.forEach((pattern, p) => {
    let odds = prior;
    parts.forEach((part, k) => {
      const cell = part.cellsOfPatterns[p] ?? -1;
      if (cell >= 0) odds += logs[k]?.[cell] ?? 0;
    });
    const chance = 1 / (1 + Math.exp(-odds));
    matches += chance * pattern.count;
    for (const part of parts) {
      const cell = part.cellsOfPatterns[p] ?? -1;
      if (cell < 0) continue;
      part.matched[cell] = (part.matched[cell] ?? 0) + chance * pattern.count;
      part.unmatched[cell] = (part.unmatched[cell] ?? 0) + (1 - chance) * pattern.count;
    }
  });
  return matches;
}

/** New m (and u) from the split; gives the largest move. */
function maximise(part: Part): number {
  const levels = part.comparison.levels.length;
  const tied = part.comparison.tieM ? tiedCounts(part.matched, levels, part.seen.length) : undefined;
  let moved = 0;
  for (let s = 0; s < part.seen.length; s++) {
    part.seen[s] = stratumTotal(part.matched, s, levels);
    const total = tied ? stratumTotal(tied, 0, levels) : (part.seen[s] ?? 0);
    const weight = Math.max(1, priorWeight * total);
    const unmatchedTotal = stratumTotal(part.unmatched, s, levels);
    part.seenUnmatched[s] = unmatchedTotal;
    for (let i = 0; i < levels; i++) {
      const cell = s * levels + i;
      const count = (tied ? tied[i] : part.matched[cell]) ?? 0;
      const m = (count + weight * (part.prior[cell] ?? 0)) / (total + weight);
      moved = Math.max(moved, Math.abs(m - (part.m[cell] ?? 0)));
      part.m[cell] = m;
      if (part.fitU && unmatchedTotal > 0) {
        part.u[cell] = ((part.unmatched[cell] ?? 0) + 0.2) / (unmatchedTotal + 0.2 * levels);
      }
    }
  }
  return moved;
}

function tiedCounts(matched: Cells, levels: number, strata: number): Cells {
  const sums = new Float64Array(levels);
  for (let s = 0; s < strata; s++) {
    for (let i = 0; i < levels; i++) sums[i] = (sums[i] ?? 0) + (matched[s * levels + i] ?? 0);
  }
  return sums;
}
