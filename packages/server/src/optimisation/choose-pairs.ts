import { type OptimalMatching, optimiseSponsorships, type RuleTaken } from "@tuwai/domain/optimisation";
import { askThread, type NoAnswer, type ThreadLimits, type ThreadQuestion } from "./ask-thread.ts";

export type ChosenPairs = Omit<OptimalMatching, "ruleTaken"> & {
  readonly ruleTaken: RuleTaken | NoAnswer | null;
};

const LIMITS: ThreadLimits = { seconds: 25, megabytes: 1024 };

/** The best pairs, chosen beside the server's own thread; where the choosing fails, the rule's, and why. */
export async function choosePairs(question: ThreadQuestion, limits = LIMITS): Promise<ChosenPairs> {
  const answer = await askThread<OptimalMatching>(question, limits);
  if (typeof answer !== "string") return answer;
  const byRule = optimiseSponsorships(question.workers, question.sponsors, () => undefined, question.options);
  return { ...byRule, ruleTaken: answer };
}
