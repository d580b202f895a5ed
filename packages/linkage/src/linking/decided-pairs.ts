import type { DecidedPairs, NumberedPairs } from "#assignment";
import { numberPairs, type Database } from "#duckdb";
import { checkOverrides, overridesOf, standingDecisions, type DecidedPair, type Decision } from "#review";
import { isOneList, type Sides } from "#stages";

/** How decisions of people bear on a run. */
export type DecisionsUsed = {
  together: number;
  apart: number;
  /** Settled decisions about records these lists no longer hold. */
  aboutOthers: number;
  open: number;
  conflicts: number;
};
export type DecisionOptions = {
  decisions: readonly Decision[];
  /** How many people must agree before a decision binds; 2 unless told. An arbiter's always does. */
  reviewers?: number;
};

/** The decisions that bind this run, by record number. Throws `decisions-conflict` when they cannot all hold. */
export async function decidePairs(
  db: Database,
  sides: Sides,
  assign: Parameters<typeof checkOverrides>[1],
  options: DecisionOptions,
): Promise<{ decided: DecidedPairs; used: DecisionsUsed }> {
  const standing = standingDecisions(
    options.decisions,
    options.reviewers === undefined ? {} : { reviewers: options.reviewers },
  );
  const overrides = overridesOf(standing);
  checkOverrides(overrides, assign);
  const together = await numbered(db, sides, overrides.together);
  const apart = await numbered(db, sides, overrides.apart);
  const count = (state: string) => standing.filter((pair) => pair.state === state).length;
  return {
    decided: { together, apart },
    used: {
      together: together.left.length,
      apart: apart.left.length,
      aboutOthers:
        overrides.together.length + overrides.apart.length - together.left.length - apart.left.length,
      open: count("open"),
      conflicts: count("conflict"),
    },
  };
}

async function numbered(db: Database, sides: Sides, pairs: readonly DecidedPair[]): Promise<NumberedPairs> {
  if (pairs.length === 0) return { left: new Int32Array(), right: new Int32Array() };
  const { left, right } = await numberPairs(db, sides, pairs);
  const known = [...left.keys()].filter((i) => (left[i] ?? -1) >= 0 && (right[i] ?? -1) >= 0);
  const ordered = known.map((i): [number, number] => {
    const [a, b] = [left[i] ?? 0, right[i] ?? 0];
    return isOneList(sides) && a > b ? [b, a] : [a, b];
  });
  return {
    left: Int32Array.from(ordered, ([a]) => a),
    right: Int32Array.from(ordered, ([, b]) => b),
  };
}
