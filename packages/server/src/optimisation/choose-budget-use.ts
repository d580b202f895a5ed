import { type BudgetPlan, spendBudget } from "@tuwai/domain/optimisation";
import { askThread, type BudgetQuestion, type NoAnswer, type ThreadLimits } from "./ask-thread.ts";

export type ChosenBudgetUse = Omit<BudgetPlan, "plainTaken"> & {
  readonly plainTaken: BudgetPlan["plainTaken"] | NoAnswer;
};

/** A page waits for it. */
const limitsOfPage: ThreadLimits = { seconds: 25, megabytes: 1024 };

/** The best use of a budget, chosen beside the server's own thread; where the choosing fails, the plain way, and why. */
export async function chooseBudgetUse(
  question: BudgetQuestion,
  limits: ThreadLimits = limitsOfPage,
): Promise<ChosenBudgetUse> {
  const answer = await askThread<BudgetPlan>({ about: "budget", ...question }, limits);
  if (typeof answer !== "string") return answer;
  const { plain } = spendBudget(question.fundables, question.budget, () => undefined);
  return { use: plain, plain, plainTaken: answer };
}
