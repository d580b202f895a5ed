import { findBatch, requireRead } from "#imports";
import { read } from "#use-case";
import { countProblems, type ProblemCount } from "./problem.view.ts";

/** Which problems a batch has and in how many rows each, most rows first. */
export const summariseProblems = read(
  { purpose: "import-problems", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<readonly ProblemCount[]> => {
    const { id } = requireRead(step, await findBatch(step.tx, batchId));
    return countProblems(step.tx, id);
  },
);
