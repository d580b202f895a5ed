import { LinkageError } from "#model";
import type { StandingDecision } from "./standing-decisions.ts";

export type DecidedPair = { leftId: string; rightId: string };
/** Pairs people decided, which no probability may undo: linked whatever the score, or never linked. */
export type Overrides = { together: DecidedPair[]; apart: DecidedPair[] };

/** Settled answers "same" and "different" as overrides; open, conflicting and undecided pairs stay with the score. */
export function overridesOf(standing: readonly StandingDecision[]): Overrides {
  const settled = (verdict: string) =>
    standing
      .filter((pair) => pair.state === "settled" && pair.verdict === verdict)
      .map(({ leftId, rightId }) => ({ leftId, rightId }));
  return { together: settled("same"), apart: settled("different") };
}

type Assignment = "links" | "best" | "one-to-one" | "clusters";

/**
 * Throws `decisions-conflict` when the decisions cannot all hold: one record linked to two where only one is allowed, or,
 * for clusters, two records held together through others and kept apart.
 */
export function checkOverrides(overrides: Overrides, assign: Assignment): void {
  if (assign === "clusters") refuseBrokenClusters(overrides);
  if (assign === "best" || assign === "one-to-one") refuseRepeats(overrides.together, "rightId", assign);
  if (assign === "one-to-one") refuseRepeats(overrides.together, "leftId", assign);
}

function refuseRepeats(pairs: readonly DecidedPair[], side: "leftId" | "rightId", assign: string): void {
  const known = new Set<string>();
  for (const pair of pairs) {
    if (known.has(pair[side]))
      throw new LinkageError(
        "decisions-conflict",
        `record ${pair[side]} was decided to be the same as two others, which ${assign} does not allow`,
        { id: pair[side], assign },
      );
    known.add(pair[side]);
  }
}

function refuseBrokenClusters({ together, apart }: Overrides): void {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let next = parent.get(at); next !== undefined; next = parent.get(at)) at = next;
    return at;
  };
  for (const { leftId, rightId } of together) {
    const [a, b] = [rootOf(leftId), rootOf(rightId)];
    if (a !== b) parent.set(b, a);
  }
  const broken = apart.find(({ leftId, rightId }) => rootOf(leftId) === rootOf(rightId));
  if (broken)
    throw new LinkageError(
      "decisions-conflict",
      `records ${broken.leftId} and ${broken.rightId} were decided to be different, yet other decisions make them the same`,
      { leftId: broken.leftId, rightId: broken.rightId },
    );
}
