import type { SessionFit } from "./fit-session.ts";
import type { Pattern } from "./pattern.ts";

/**
 * A session may drift: blocked on a name and a village it can call everybody a match. Pairs that meet a
 * certain rule bound the share of matches from below, the matches expected in all bound it from above.
 */
export function judgeSession(
  fit: SessionFit,
  patterns: readonly Pattern[],
  expectedMatches: number,
): { used: true } | { used: false; reason: string } {
  if (fit.pairs === 0) return { used: false, reason: "its rule finds no pairs" };
  const certain = patterns.reduce((sum, pattern) => sum + (pattern.certain ? pattern.count : 0), 0);
  const matches = fit.matchShare * fit.pairs;
  if (matches < 10) return { used: false, reason: "it sees fewer than 10 matches" };
  if (matches < 0.5 * certain) return { used: false, reason: "it calls pairs that agree exactly no match" };
  if (matches > 1.5 * Math.max(expectedMatches, 20)) {
    return { used: false, reason: "it calls more pairs a match than all lists can hold" };
  }
  return { used: true };
}
