import { read } from "#use-case";
import { listMonthRuns as listRows, type MonthRun } from "./month-run.store.ts";

/** The last runs, newest first. */
export const listMonthRuns = read(
  { purpose: "month-run.list", permission: "contribution.month.read" },
  ({ tx }): Promise<readonly MonthRun[]> => listRows(tx, 40),
);
