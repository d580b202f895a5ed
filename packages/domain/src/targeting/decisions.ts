/** Why somebody stands on a work list: poor and not reached, or covered or listed though better off. */
export const targetingSides = ["left-out", "better-off"] as const;
export type TargetingSide = (typeof targetingSides)[number];

/** What a data officer can say of somebody on a work list. Nobody is removed by it. */
export const targetingDecisions = ["invited", "not-a-worker", "moved", "died", "wrong-link", "keep"] as const;
export type TargetingDecision = (typeof targetingDecisions)[number];

const ofSide: Readonly<Record<TargetingSide, readonly TargetingDecision[]>> = {
  "left-out": ["invited", "not-a-worker", "moved", "died", "wrong-link"],
  "better-off": ["keep", "not-a-worker", "moved", "died", "wrong-link"],
};

/** The decisions that make sense on one side: who is left out is invited, who is included may stay. */
export const decisionsOf = (side: TargetingSide): readonly TargetingDecision[] => ofSide[side];

/** How a poor worker of the register stands: on no list, perhaps on one (a question is open), or on one and not covered. */
export type Reach = "not-listed" | "maybe-listed" | "listed-not-covered";
