import type { Aim, MatchingAims } from "@tuwai/domain/optimisation";
import type { ChosenPairs } from "#optimisation";

/** What a choice reaches, in persons, pairs and wishes; no names. */
export type ReachedAims = Omit<MatchingAims, "levels"> & {
  /** Workers for whom something urgent speaks: who get a sponsor, and who wait. */
  readonly urgent: number;
  readonly urgentWaiting: number;
};

export type PairAnswer =
  | {
      readonly outcome: "chosen";
      /** Why the rule's pairs stand instead of the best ones; null where the best ones do. */
      readonly ruleTaken: ChosenPairs["ruleTaken"];
      readonly below: readonly Aim[];
      readonly aims: ReachedAims;
      readonly ruleAims: ReachedAims;
      /** Pairs that go on as they are, beside those that were chosen. */
      readonly together: number;
      readonly seconds: number;
      readonly noFreeSponsor: number;
      readonly noFittingSponsor: number;
      readonly freePlaces: number;
      /** Pairs that were proposed; null of a mere look. */
      readonly proposed: number | null;
      /** Pairs left out as somebody was given a payer, or a pledge changed, while it was being chosen. */
      readonly overtaken: number;
    }
  | { readonly outcome: "failed" };

/** The aims without the list of priorities, whose points no screen repeats. */
export function reachedOf({ levels, ...aims }: MatchingAims): ReachedAims {
  const urgent = levels.filter(({ score }) => score > 0);
  const sum = (of: (level: (typeof levels)[number]) => number): number =>
    urgent.reduce((total, level) => total + of(level), 0);
  return { ...aims, urgent: sum(({ served }) => served), urgentWaiting: sum(({ waiting }) => waiting) };
}
