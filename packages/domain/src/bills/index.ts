export {
  billAnswers,
  type BillAnswer,
  type BillFacts,
  type BillState,
  type Difference,
  type GivenAnswer,
  type JudgedBill,
  judgeBill,
} from "./judge-bill.ts";
