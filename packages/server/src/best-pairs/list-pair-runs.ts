import { read } from "#use-case";
import { listRuns, type PairRun } from "./pair-run.store.ts";

const MOST = 10;

/** The last choices with what they reached beside the rule, newest first. */
export const listPairRuns = read(
  { purpose: "best-pairs", permission: "pledge.match" },
  ({ tx }): Promise<readonly PairRun[]> => listRuns(tx, MOST),
);
