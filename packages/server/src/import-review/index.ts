export {
  type ProblemQuery,
  listProblemRows,
  type ShownProblemRow,
  summariseProblems,
} from "./list-problems.ts";
export type { ProblemCount } from "./problem.store.ts";
export { type ColumnSample, sampleColumns } from "./sample-columns.ts";
export { type ApprovalView, getAwaitingApproval, listAwaitingApproval } from "./await-approval.ts";
export { faultyRowsFile, type FaultyRowsFile, type FaultyRowsWords } from "./faulty-rows.ts";
