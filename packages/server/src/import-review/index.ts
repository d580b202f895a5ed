export { listUnknownWords } from "./list-unknown-words.ts";
export type { UnknownWord } from "./unknown-word.view.ts";
export { type ProblemQuery, listProblemRows, type ShownProblemRow } from "./list-problems.ts";
export { summariseProblems } from "./summarise-problems.ts";
export type { ProblemCount } from "./problem.view.ts";
export { type ColumnSample, sampleColumns } from "./sample-columns.ts";
export { type ApprovalView, getAwaitingApproval, listAwaitingApproval } from "./await-approval.ts";
export { faultyRowsFile, type FaultyRowsFile, type FaultyRowsWords } from "./faulty-rows.ts";
export { type CellToMend, listRowsToMend, type RowDecided, type RowToMend } from "./list-rows-to-mend.ts";
