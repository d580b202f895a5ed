import { type OptimalMatching, optimiseSponsorships, type RuleTaken } from "@tuwai/domain/optimisation";
import { askThread, type NoAnswer, type PairsQuestion, type ThreadLimits } from "./ask-thread.ts";

export type ChosenPairs = Omit<OptimalMatching, "ruleTaken"> & {
  readonly ruleTaken: RuleTaken | NoAnswer | null;
};

/** Work that nobody waits for at a page: longer than the few seconds it takes on a machine that is busy. */
const limitsOfWork: ThreadLimits = { seconds: 90, megabytes: 1024 };

/** The best pairs, chosen beside the server's own thread; where the choosing fails, the rule's, and why. */
export async function choosePairs(
  question: PairsQuestion,
  limits: ThreadLimits = limitsOfWork,
): Promise<ChosenPairs> {
  const answer = await askThread<OptimalMatching>({ about: "pairs", ...question }, limits);
  if (typeof answer !== "string") return answer;
  const byRule = optimiseSponsorships(question.workers, question.sponsors, () => undefined, question.options);
  return { ...byRule, ruleTaken: answer };
}
