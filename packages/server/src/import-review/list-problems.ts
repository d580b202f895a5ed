import type { IssueSeverity, RowIssue, TableCell } from "@tuwai/domain/intake";
import { findBatch, isOfSender, openCells, requireRead } from "#imports";
import { pageOf, type PageOf, read } from "#use-case";
import { countProblemRows, listProblems } from "./problem.view.ts";
import { showCells } from "./shown-cells.ts";

const size = 50;

export type ProblemQuery = {
  readonly batchId: string;
  readonly code?: string;
  readonly severity?: IssueSeverity;
  readonly outcome?: "quarantined";
  readonly page?: number;
};
export type ShownProblemRow = {
  readonly sheet: number;
  readonly row: number;
  readonly outcome: string;
  readonly issues: readonly RowIssue[];
  /** As in the file; empty for whoever is not of the sending office. */
  readonly cells: readonly TableCell[];
};

/** Rows with problems, 50 a page: those held back first, then in the order of the file. */
export const listProblemRows = read(
  { purpose: "import-problem-rows", permission: "import.read_report" },
  async (step, query: ProblemQuery): Promise<PageOf<ShownProblemRow>> => {
    const { app, tx, actor } = step;
    const batch = requireRead(step, await findBatch(tx, query.batchId));
    const { code = null, severity = null, outcome = null, page } = query;
    const choice = { code, severity, outcome };
    const found = await pageOf(
      { page, size },
      () => countProblemRows(tx, batch.id, choice),
      (part) => listProblems(tx, batch.id, { ...choice, ...part }),
    );
    const rows = found.rows.map(({ sheet, row, outcome: fate, issues, rawSealed }) => {
      const mayOpen = rawSealed !== null && isOfSender(actor, batch);
      const cells = mayOpen ? openCells(app, batch.id, { sheet, row }, rawSealed) : [];
      return { sheet, row, outcome: fate, issues, cells: showCells(actor, batch, fate, cells) };
    });
    return { ...found, rows };
  },
);
