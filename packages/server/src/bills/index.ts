export { answerDifference, type AnswerDifferenceOutcome } from "./answer-difference.ts";
export { enterBill, type EnterBillOutcome } from "./enter-bill.ts";
export { type Bill, getBill, listBills, type ShownBill } from "./list-bills.ts";
export { billsFeature } from "./feature.ts";
