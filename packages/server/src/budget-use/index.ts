export {
  type BudgetSum,
  chooseUseOfBudget,
  type FundedPerson,
  type UseOfBudget,
} from "./choose-use-of-budget.ts";
export { budgetUseFeature } from "./feature.ts";
