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
export {
  type BillableGroups,
  type BilledLine,
  type BillFileProblem,
  type BillFileReading,
  isBillAmount,
  plainNumber,
  readBillCode,
  readBillFile,
  type TableRow,
} from "./read-bill-file.ts";
