import { stat } from "node:fs/promises";
import { type BillFileProblem, plainNumber, readBillFile, type TableRow } from "@tuwai/domain/bills";
import { AppError } from "#app";
import { inspectFile, limitsFor, readTable } from "#files";
import { findNumbers } from "#groups";
import { act, type Operation, type Step } from "#use-case";
import { isOfAnother, keepBill } from "./enter-bill.ts";
import { listBillsIn, requireMonth } from "./list-bills.ts";

export type EnterBillFile = Operation & {
  readonly month: string;
  readonly fileName: string;
  /** Where the received bytes lie now. */
  readonly path: string;
};

type Problem =
  | BillFileProblem
  | { readonly problem: "unreadable"; readonly code: string }
  | {
      readonly problem: "code-of-another-bill";
      readonly rows: readonly number[];
      readonly count: number;
    };

export type EnterBillFileOutcome =
  | { readonly outcome: "entered"; readonly bills: number; readonly replaced: number; readonly sum: number }
  | { readonly outcome: "refused"; readonly problems: readonly Problem[] };

const limits = limitsFor("village-list");

/** As large a file of bills as may be sent, in bytes. */
export const mostBillBytes = limits.bytes;

/**
 * Notes every bill of a month from the file in which BPJS gives the codes (kode iuran), whole or not at all. A bill noted before is
 * replaced where the file says something else, and stays in the history. Throws `invalid-input`, `too-large`.
 */
export const enterBillFile = act(
  { name: "bill.enter-file", permission: "bill.write" },
  async ({ once }, input: EnterBillFile): Promise<EnterBillFileOutcome> => {
    const month = requireMonth(input.month);
    const { size } = await stat(input.path);
    if (size > mostBillBytes) throw new AppError("too-large", { bytes: size, limit: mostBillBytes });
    const table = await readRows(input);
    const { operationId: id } = input;
    const request = { month, rows: "rows" in table ? table.rows : null };
    return once({ id, request }, async (step) => {
      if ("code" in table) return step.unchanged(refuse({ problem: "unreadable", code: table.code }));
      const known = await listBillsIn(step, month);
      const keys = known.map(({ key }) => key);
      const numbers = await findNumbers(step.tx, step.actor.regionCode, keys);
      const byNumber = new Map([...numbers].map(([key, number]) => [plainNumber(number), key]));
      const reading = readBillFile(table.rows, { month, byNumber, keys: new Set(keys) });
      if (reading.outcome === "refused") return step.unchanged(reading);
      const taken: number[] = [];
      for (const { row, groupKey, code } of reading.lines)
        if (await isOfAnother(step, { groupKey, month, code })) taken.push(row);
      const [rows, count] = [taken.slice(0, 3), taken.length];
      if (count > 0) return step.unchanged(refuse({ problem: "code-of-another-bill", rows, count }));
      const changed = reading.lines.filter(({ groupKey, code, rupiah }) =>
        known.some((bill) => bill.key === groupKey && (bill.code !== code || bill.billed !== rupiah)),
      );
      const kept = await keepAll(step, month, changed);
      const said = { bills: reading.lines.length, replaced: kept.replaced, sum: reading.sum };
      if (changed.length === 0) return step.unchanged({ outcome: "entered", ...said });
      const details = { month, count: said.bills, changed: changed.length, rupiah: said.sum };
      await step.audit({ objectType: "bill", objectId: month, details });
      return { outcome: "entered", ...said };
    });
  },
);

const refuse = (problem: Problem): EnterBillFileOutcome => ({ outcome: "refused", problems: [problem] });

async function keepAll(
  step: Step,
  month: ReturnType<typeof requireMonth>,
  lines: readonly { readonly groupKey: string; readonly code: string; readonly rupiah: number }[],
): Promise<{ readonly replaced: number }> {
  let replaced = 0;
  for (const { groupKey, code, rupiah: billedRupiah } of lines) {
    const { isReplaced } = await keepBill(step, { groupKey, month, code, billedRupiah });
    if (isReplaced) replaced += 1;
  }
  return { replaced };
}

async function readRows({
  path,
  fileName,
}: EnterBillFile): Promise<{ readonly rows: readonly TableRow[] } | { readonly code: string }> {
  const inspection = await inspectFile(path, fileName, limits);
  if (inspection.outcome === "refused") return { code: inspection.code };
  const rows: TableRow[] = [];
  for await (const event of readTable(path, { format: inspection.format, limits })) {
    if (event.type === "refused") return { code: event.code };
    if (event.type !== "row") continue;
    const cells: string[] = [];
    for (const { column, text } of event.cells) cells[column - 1] = text;
    rows.push({ row: event.row, cells: Array.from(cells, (cell) => cell ?? "") });
  }
  return { rows };
}
