import type { IssueSeverity, RowIssue, TableCell } from "@tuwai/domain/imports";
import { authorise } from "#access";
import type { Actor, App } from "#app";
import { inTransaction } from "#database";
import { findBatch, openCells, requireWithin } from "#imports";
import { countProblemRows, countProblems, listProblems, type ProblemCount } from "./problem.store.ts";
import { isSender, showCells } from "./shown-cells.ts";

const rowsPerPage = 50;

/** Which problems a batch has and in how many rows each, most rows first. */
export async function summariseProblems(
  app: App,
  actor: Actor,
  input: { readonly batchId: string },
): Promise<readonly ProblemCount[]> {
  const grant = authorise(actor, "import.read_report");
  return inTransaction(app, actor, async (tx) => {
    const batch = requireWithin({ app, actor, grant }, await findBatch(tx, input.batchId));
    return countProblems(tx, batch.id);
  });
}

export type ProblemQuery = {
  readonly batchId: string;
  readonly code?: string;
  readonly severity?: IssueSeverity;
  readonly outcome?: "quarantined";
  readonly page: number;
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
export async function listProblemRows(
  app: App,
  actor: Actor,
  input: ProblemQuery,
): Promise<{
  readonly rows: readonly ShownProblemRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}> {
  const grant = authorise(actor, "import.read_report");
  const choice = {
    code: input.code ?? null,
    severity: input.severity ?? null,
    outcome: input.outcome ?? null,
  };
  return inTransaction(app, actor, async (tx) => {
    const batch = requireWithin({ app, actor, grant }, await findBatch(tx, input.batchId));
    const total = await countProblemRows(tx, batch.id, choice);
    const pages = Math.max(1, Math.ceil(total / rowsPerPage));
    const page = Math.min(Math.max(1, Math.trunc(input.page)), pages);
    const found = await listProblems(tx, batch.id, {
      ...choice,
      limit: rowsPerPage,
      offset: (page - 1) * rowsPerPage,
    });
    const rows = found.map(({ sheet, row, outcome, issues, rawSealed }) => {
      const mayOpen = rawSealed !== null && isSender(actor, batch);
      const cells = mayOpen ? openCells(app, batch.id, { sheet, row }, rawSealed) : [];
      return { sheet, row, outcome, issues, cells: showCells(actor, batch, outcome, cells) };
    });
    return { rows, total, page, pages };
  });
}
