import { mapRow } from "@tuwai/domain/imports";
import type { FieldName, RowIssue, TableCell } from "@tuwai/domain/intake";
import { columnsAtFault, isSharedAnswer, type MendReason, suggestMends } from "@tuwai/domain/mending";
import { MASKED_NUMBER } from "@tuwai/domain/identity";
import { may } from "#access";
import {
  findBatch,
  type ImportBatch,
  isIn,
  isOfSender,
  layOver,
  listDecisions,
  openCells,
  openChanges,
  openValues,
  requireRead,
  rowKey,
  rowVersion,
  type StoredMend,
  whyNotMended,
} from "#imports";
import { kindsSentBy } from "#intake";
import { type PageOf, read, type Step } from "#use-case";
import { aroundFaults, type Faulty } from "./around-faults.ts";
import { listDecidedRows } from "./rows-to-mend.view.ts";
import { listProblems } from "./problem.view.ts";
import { showCells } from "./shown-cells.ts";

const size = 50;
const mostRows = 20_000;

export type CellToMend = {
  readonly column: number;
  readonly header: string;
  readonly field: FieldName | null;
  readonly text: string;
  /** Masked for this reader: nothing typed means nothing changed. */
  readonly isHidden: boolean;
  /** What stands there has lost digits or is no value at all: it is typed anew, even where the same. */
  readonly mustRetype: boolean;
};
export type RowToMend = {
  readonly sheet: number;
  readonly row: number;
  /** Sent back with what is typed, so that nobody overwrites what they have not seen. */
  readonly version: number;
  readonly name: string;
  readonly issues: readonly RowIssue[];
  readonly wrong: readonly CellToMend[];
  readonly others: readonly CellToMend[];
  readonly suggestions: readonly {
    readonly because: MendReason;
    readonly changes: readonly { readonly column: number; readonly text: string }[];
  }[];
  /** Other rows held back for the same reason by the same text. */
  readonly alike: number;
};
export type RowDecided = {
  readonly sheet: number;
  readonly row: number;
  readonly version: number;
  readonly name: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly changes: readonly { readonly header: string; readonly before: string; readonly after: string }[];
  readonly at: Date;
  readonly mayUndo: boolean;
};
export type RowsToMend = PageOf<RowToMend> & {
  readonly mayMend: boolean;
  readonly decided: readonly RowDecided[];
};

type Input = { readonly batchId: string; readonly code?: string; readonly page?: number };

/**
 * Rows held back, with the cells at fault, what could be meant and how many others wait for the same answer; those that one answer
 * solves most of come first. Then what people decided so far. Cells are for the office that sent the file.
 */
export const listRowsToMend = read(
  { purpose: "import-rows-to-mend", permission: "import.read_report" },
  async (step, { batchId, code, page = 1 }: Input): Promise<RowsToMend> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    const none = { rows: [], total: 0, page: 1, pages: 1, mayMend: false, decided: [] };
    if (batch.recognition === null || !isOfSender(step.actor, batch)) return none;
    const faulty = (await takeFaulty(step, batch)).filter(
      ({ issues }) => code === undefined || issues.some((issue) => issue.code === code),
    );
    const alike = countAlike(faulty);
    const ordered = faulty.toSorted(
      (a, b) => alike(b) - alike(a) || leadingCode(a).localeCompare(leadingCode(b)),
    );
    const pages = Math.max(1, Math.ceil(ordered.length / size));
    const at = Math.min(Math.max(1, page), pages);
    const shown = ordered.slice((at - 1) * size, at * size);
    const facts = await aroundFaults(step, batch, shown);
    const rows = shown.map((row) => showRow(step, batch, row, { alike: alike(row) - 1, facts }));
    return {
      rows,
      total: ordered.length,
      page: at,
      pages,
      mayMend: mayMend(step, batch),
      decided: await showDecided(step, batch),
    };
  },
);

function mayMend({ app, actor }: Step, batch: ImportBatch): boolean {
  const isSender = kindsSentBy(app, actor).some(({ kind }) => kind === batch.kind);
  const isOpen = isIn(batch, "checked", "applying", "applied");
  return isOpen && isSender && may(actor, "import.resolve_row") && whyNotMended(batch) === null;
}

async function takeFaulty({ app, tx }: Step, batch: ImportBatch): Promise<readonly Faulty[]> {
  const choice = { code: null, severity: null, outcome: "quarantined", limit: mostRows, offset: 0 };
  const decided = Map.groupBy(await listDecisions(tx, batch.id), rowKey);
  return (await listProblems(tx, batch.id, choice)).map(({ sheet, row, issues, rawSealed, cleanSealed }) => {
    const place = { sheet, row };
    const decisions = decided.get(rowKey(place)) ?? [];
    const changes = standing(decisions).flatMap((mend) => openChanges(app, mend));
    const cells = layOver(rawSealed === null ? [] : openCells(app, batch.id, place, rawSealed), changes);
    const values = cleanSealed === null ? {} : openValues(app, batch.id, place, cleanSealed);
    const errors = issues.filter(({ severity }) => severity === "error");
    const wrong = [...new Set(errors.flatMap((issue) => columnsAtFault(issue, batch.recognition!)))];
    return { ...place, version: rowVersion(decisions), issues, cells, values, wrong };
  });
}

function standing(decisions: readonly StoredMend[]): readonly StoredMend[] {
  return decisions.filter(({ undoneVersion }) => undoneVersion === null);
}

function leadingCode({ issues, wrong }: Faulty): string {
  return `${issues.find(({ severity }) => severity === "error")?.code} ${wrong[0] ?? ""}`;
}

/** How many rows carry the same wrong text under the same problem in the same column. */
function countAlike(faulty: readonly Faulty[]): (row: Faulty) => number {
  const counts = new Map<string, number>();
  for (const row of faulty) counts.set(alikeKey(row), (counts.get(alikeKey(row)) ?? 0) + 1);
  return (row) => counts.get(alikeKey(row)) ?? 1;
}

function alikeKey(row: Faulty): string {
  return `${leadingCode(row)} ${row.cells.find(({ column }) => column === row.wrong[0])?.text.trim() ?? ""}`;
}

type Around = { readonly alike: number; readonly facts: Awaited<ReturnType<typeof aroundFaults>> };

function showRow({ actor }: Step, batch: ImportBatch, faulty: Faulty, { alike, facts }: Around): RowToMend {
  const { sheet, row, version, issues, wrong, values } = faulty;
  const recognition = batch.recognition!;
  const shown = new Map(
    showCells(actor, batch, "quarantined", faulty.cells).map((cell) => [cell.column, cell]),
  );
  const listed = recognition.columns
    .filter(({ field }) => field !== null && field !== "rowNumber")
    .map(({ column, header, field }): CellToMend => {
      const cell = shown.get(column);
      const isHidden = cell?.text === MASKED_NUMBER;
      const isSpoilt = issues.some(
        (issue) => issue.column === column && (issue.code === "E-NUM" || issue.code === "E-CELL"),
      );
      return { column, header, field, text: cell?.text ?? "", isHidden, mustRetype: isSpoilt };
    });
  const mapped = mapRow({ sheet, row, hidden: false, fault: null, cells: faulty.cells }, recognition);
  const hidden = new Set(listed.filter(({ isHidden }) => isHidden).map(({ column }) => column));
  const suggestions = suggestMends({ row: mapped, values, issues }, facts).filter(
    ({ changes }) => !changes.some(({ column }) => hidden.has(column)),
  );
  const first = recognition.columns.find(({ column }) => column === wrong[0])?.field;
  return {
    sheet,
    row,
    version,
    name: nameOf(batch, [...shown.values()]),
    issues,
    wrong: listed.filter(({ column }) => wrong.includes(column)),
    others: listed.filter(({ column }) => !wrong.includes(column)),
    suggestions,
    alike: isSharedAnswer(first) ? alike : 0,
  };
}

function nameOf({ recognition }: ImportBatch, cells: readonly TableCell[]): string {
  const column = recognition?.columns.find(({ field }) => field === "name")?.column;
  return cells.find((cell) => cell.column === column)?.text.trim() ?? "";
}

/** Newest first. Numbers are shown as in the rows themselves. */
async function showDecided({ app, tx, actor }: Step, batch: ImportBatch): Promise<readonly RowDecided[]> {
  const mends = Map.groupBy(await listDecisions(tx, batch.id), rowKey);
  const headers = new Map(batch.recognition?.columns.map(({ column, header }) => [column, header]));
  const rows = await listDecidedRows(tx, batch.id);
  return rows
    .filter(({ outcome }) => outcome !== "quarantined")
    .map(({ sheet, row, outcome, rawSealed }): RowDecided => {
      const decisions = mends.get(rowKey({ sheet, row })) ?? [];
      const own = standing(decisions);
      const last = own.at(-1)!;
      const changes = own.flatMap((mend) => openChanges(app, mend));
      const text = (column: number, value: string) =>
        showCells(actor, batch, outcome, [{ column, text: value, kind: "text", raw: value }])[0]!.text;
      const cells = rawSealed === null ? [] : openCells(app, batch.id, { sheet, row }, rawSealed);
      return {
        sheet,
        row,
        version: rowVersion(decisions),
        name: nameOf(batch, showCells(actor, batch, outcome, layOver(cells, changes))),
        outcome,
        reason: last.reason,
        changes: changes.map(({ column, before, after }) => ({
          header: headers.get(column) ?? "",
          before: text(column, before ?? ""),
          after: text(column, after),
        })),
        at: last.decidedAt,
        mayUndo: outcome === "accepted" || outcome === "left-out" || outcome === "duplicate",
      };
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
