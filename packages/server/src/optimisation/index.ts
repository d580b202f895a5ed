export { type ChosenBudgetUse, chooseBudgetUse } from "./choose-budget-use.ts";
export { type ChosenPairs, choosePairs } from "./choose-pairs.ts";
