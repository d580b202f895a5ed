import { type OptimalMatching, optimiseSponsorships, type RuleTaken } from "@tuwai/domain/optimisation";
import {
  askThread,
  type NoAnswer,
  type PairsQuestion,
  type ThreadLimits,
  usualLimits,
} from "./ask-thread.ts";

export type ChosenPairs = Omit<OptimalMatching, "ruleTaken"> & {
  readonly ruleTaken: RuleTaken | NoAnswer | null;
};

/** The best pairs, chosen beside the server's own thread; where the choosing fails, the rule's, and why. */
export async function choosePairs(
  question: PairsQuestion,
  limits: ThreadLimits = usualLimits,
): Promise<ChosenPairs> {
  const answer = await askThread<OptimalMatching>({ about: "pairs", ...question }, limits);
  if (typeof answer !== "string") return answer;
  const byRule = optimiseSponsorships(question.workers, question.sponsors, () => undefined, question.options);
  return { ...byRule, ruleTaken: answer };
}
