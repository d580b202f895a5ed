import { strataOf, type Comparison, type ByStratum, type Level } from "#model";
import type { SessionFit } from "./fit-session.ts";
import { cellCount, readCells, stratumTotal, type Cells } from "./pattern.ts";

/** A stratum's m counts only where this many matched pairs were seen. */
const enoughMatches = 30;
const smallestM = 1e-5;
const smallestU = 1e-7;

/**
 * The final numbers of one comparison: m averaged over sessions, falling back to the prior;
 * u from random pairs with the matches among them taken out, or from sessions where random pairs never reach.
 */
export function combineFits(
  comparison: Comparison,
  fits: readonly SessionFit[],
  random: { counts: Cells; lambda: number },
): Level[] {
  const levels = comparison.levels.length;
  const prior = readCells(comparison, "m", (level) => (level === 0 ? 0.9 : 0.1 / (levels - 1)));
  const m = averageM(comparison, fits, prior);
  const u = new Float64Array(cellCount(comparison));
  strataOf(comparison).forEach((_, s) => {
    const total = stratumTotal(random.counts, s, levels);
    const fromSessions = total < enoughRandom ? averageU(comparison, fits, s) : undefined;
    for (let i = 0; i < levels; i++) {
      const cell = s * levels + i;
      u[cell] =
        fromSessions?.[i] ??
        correctedU(random.counts[cell] ?? 0, total, { m: m[cell] ?? 0, lambda: random.lambda, levels });
    }
  });
  return comparison.levels.map((level, i) => ({
    ...level,
    m: byStratum(comparison, m, i),
    u: byStratum(comparison, u, i),
  }));
}

/** Below this many random pairs in a stratum, sessions that fitted its u know better. */
const enoughRandom = 3000;

/** u = (P(random) − λ·m) / (1 − λ): random pairs hold a few matches, and on small lists they matter. */
export function correctedU(
  count: number,
  total: number,
  facts: { m: number; lambda: number; levels: number },
): number {
  const raw = (count + 0.3) / (total + 0.3 * facts.levels);
  const corrected = (raw - facts.lambda * facts.m) / (1 - facts.lambda);
  return Math.min(1, Math.max(corrected, smallestU, 0.5 / Math.max(total, 1), raw * 0.001));
}

function averageM(comparison: Comparison, fits: readonly SessionFit[], prior: Cells): Cells {
  const levels = comparison.levels.length;
  const m = prior.slice();
  strataOf(comparison).forEach((_, s) => {
    const used = fits.flatMap((fit) => {
      const found = fit.fits.get(comparison.name);
      const seen = comparison.tieM ? found?.seen.reduce((a, b) => a + b, 0) : found?.seen[s];
      return found && (seen ?? 0) > enoughMatches ? [found.m] : [];
    });
    if (used.length === 0) return;
    for (let i = 0; i < levels; i++) {
      const cell = s * levels + i;
      m[cell] = used.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0) / used.length;
    }
  });
  return m.map((value) => Math.max(value, smallestM));
}

function averageU(
  comparison: Comparison,
  fits: readonly SessionFit[],
  stratum: number,
): number[] | undefined {
  const levels = comparison.levels.length;
  const used = fits.flatMap((fit) =>
    fit.fitted.has(comparison.name) ? [fit.fits.get(comparison.name)] : [],
  );
  const seen = used.filter((found) => found && (found.seenUnmatched[stratum] ?? 0) > enoughMatches);
  if (seen.length === 0) return undefined;
  return Array.from({ length: levels }, (_, i) => {
    const sum = seen.reduce((total, found) => total + (found?.u[stratum * levels + i] ?? 0), 0);
    return Math.max(sum / seen.length, smallestU);
  });
}

function byStratum(comparison: Comparison, cells: Cells, level: number): ByStratum {
  const entries = strataOf(comparison).map(
    (stratum, s) => [stratum, rounded(cells[s * comparison.levels.length + level] ?? 0)] as const,
  );
  return Object.fromEntries(entries);
}

const rounded = (value: number): number => Number(value.toPrecision(6));
