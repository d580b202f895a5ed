import { bandsOf, reviewBands, type Candidate } from "./bands.ts";
import { keyOf } from "./measure-from-decisions.ts";
import { standingDecisions, type Decision } from "./standing-decisions.ts";

type Label = { leftId: string; rightId: string; match: boolean; weight?: number };
type LabelOptions = { reviewers?: number; candidates?: readonly Candidate[]; bands?: readonly number[] };

/**
 * Settled answers as labels for `trainFromLabels`. With the candidates the queue was drawn from, each label weighs as
 * many pairs as it stands for; without them doubtful pairs, which are looked at more often, would count too much.
 */
export function labelsFromDecisions(decisions: readonly Decision[], options: LabelOptions = {}): Label[] {
  const { candidates, bands = reviewBands, reviewers } = options;
  const settled = standingDecisions(decisions, reviewers === undefined ? {} : { reviewers }).filter(
    (pair) => pair.state === "settled" && (pair.verdict === "same" || pair.verdict === "different"),
  );
  const answered = new Set(settled.map(keyOf));
  const weights = new Map(
    bandsOf(candidates ?? [], bands).flatMap(({ members }) => {
      const reviewed = members.filter((pair) => answered.has(keyOf(pair)));
      return reviewed.map((pair) => [keyOf(pair), members.length / reviewed.length] as const);
    }),
  );
  return settled.map((pair): Label => {
    const { leftId, rightId } = pair;
    const weight = weights.get(keyOf(pair));
    const label = { leftId, rightId, match: pair.verdict === "same" };
    return weight === undefined ? label : { ...label, weight };
  });
}
