export { answerDifference, type AnswerDifferenceOutcome } from "./answer-difference.ts";
export { enterBill, type EnterBillOutcome } from "./enter-bill.ts";
export { enterBillFile, type EnterBillFileOutcome, mostBillBytes } from "./enter-bill-file.ts";
export { type BillWords, exportBills } from "./export-bills.ts";
export { getToPay, type ToPay } from "./get-to-pay.ts";
export { type Bill, getBill, listBills, type ShownBill } from "./list-bills.ts";
export { billsFeature } from "./feature.ts";
