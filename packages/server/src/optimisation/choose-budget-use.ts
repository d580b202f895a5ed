import { type BudgetPlan, spendBudget } from "@tuwai/domain/optimisation";
import {
  askThread,
  type BudgetQuestion,
  type NoAnswer,
  type ThreadLimits,
  usualLimits,
} from "./ask-thread.ts";

export type ChosenBudgetUse = Omit<BudgetPlan, "plainTaken"> & {
  readonly plainTaken: BudgetPlan["plainTaken"] | NoAnswer;
};

/** The best use of a budget, chosen beside the server's own thread; where the choosing fails, the plain way, and why. */
export async function chooseBudgetUse(
  question: BudgetQuestion,
  limits: ThreadLimits = usualLimits,
): Promise<ChosenBudgetUse> {
  const answer = await askThread<BudgetPlan>({ about: "budget", ...question }, limits);
  if (typeof answer !== "string") return answer;
  const { plain } = spendBudget(question.fundables, question.budget, () => undefined);
  return { use: plain, plain, plainTaken: answer };
}
