import { checkRow, createFileCheck, mapRow } from "@tuwai/domain/imports";
import {
  type CheckContext,
  type ImportedRow,
  placeKey,
  type RowIssue,
  type TableRecognition,
  type TableRow,
} from "@tuwai/domain/intake";
import type { Step } from "#use-case";
import { contextOf } from "./check-context.ts";
import type { BatchIn, ImportFacts } from "./import-batch.ts";
import { listMends } from "./mend.store.ts";
import { layOver, openChanges, rowKey } from "./mended-row.ts";
import { listRowsToCompare, type ComparedRow, restateRow } from "./row.store.ts";
import { openCells, openValues, rowSealPlace } from "./sealed-row.ts";

export type MendableBatch = BatchIn<"checked" | "applying" | "applied">;
type ReadBatch = ImportFacts & Pick<MendableBatch, "state" | "recognition">;

type Stated = {
  readonly stored: ComparedRow;
  readonly isTouched: boolean;
  readonly isLeftOut: boolean;
  readonly values: ImportedRow;
  readonly issues: readonly RowIssue[];
};

/** What comparing the rows of one file with each other says; everything else a row says by itself. */
const ofWholeFile = new Set<string>(["E-DUP-FILE", "W-KK-SIZE"]);
const settled = new Set(["applied", "unchanged"]);

/**
 * Reads these rows again, as the file with its standing decisions, by the rules the file was read by, then compares all rows of the
 * file anew: a row that differed from another under one number may stand once the other is mended. Rows already saved stay.
 */
export async function restateRows(step: Step, batch: ReadBatch, touched: ReadonlySet<string>): Promise<void> {
  const { app, tx } = step;
  const context = await contextOf(step, batch);
  const decisions = Map.groupBy(await listMends(tx, batch.id), rowKey);
  const rows = (await listRowsToCompare(tx, batch.id)).map((stored): Stated => {
    const own = decisions.get(rowKey(stored)) ?? [];
    const isLeftOut = own.some(({ decision }) => decision === "left-out");
    const isTouched = touched.has(rowKey(stored)) && !settled.has(stored.outcome);
    if (!isTouched || stored.rawSealed === null) {
      const values = stored.cleanSealed === null ? {} : openValues(app, batch.id, stored, stored.cleanSealed);
      return {
        stored,
        isTouched: false,
        isLeftOut,
        values,
        issues: stored.issues.filter(({ code }) => !ofWholeFile.has(code)),
      };
    }
    const changes = own.flatMap((mend) => openChanges(app, mend));
    const cells = layOver(openCells(app, batch.id, stored, stored.rawSealed), changes);
    const columns = factsBeside(batch.recognition, new Set(changes.map(({ column }) => column)));
    const isMended = own.some(({ decision }) => decision === "mended");
    const { values, issues } = readAgain(batch, { ...context, ...columns }, rowOf(stored, cells, isMended));
    return { stored, isTouched, isLeftOut, values, issues };
  });
  await writeVerdict(step, batch, rows);
}

/** What the columns say holds for cells as they came; a number that a person typed anew stands for itself. */
function factsBeside(
  { facts, columns }: TableRecognition,
  typed: ReadonlySet<number>,
): Pick<CheckContext, "columns"> {
  if (facts === undefined) return {};
  const fields = columns.flatMap(({ column, field }) => (typed.has(column) && field !== null ? [field] : []));
  const isSwapped = facts.isSwapped && !fields.includes("nik") && !fields.includes("familyCard");
  return { columns: { ...facts, isSwapped, cut: facts.cut.filter((field) => !fields.includes(field)) } };
}

/** Why a row could not be read at all. */
const faults = ["E-CSV", "E-TABLE"] as const;
type AgainRow = { readonly row: TableRow; readonly fault: (typeof faults)[number] | null };

function readAgain(batch: ReadBatch, context: CheckContext, { row, fault }: AgainRow) {
  return checkRow(batch.kind, { ...mapRow(row, batch.recognition), fault }, context);
}

/** A line that could not be taken apart counts as whole once somebody filled its cells. */
function rowOf(stored: ComparedRow, cells: TableRow["cells"], isMended: boolean): AgainRow {
  const has = (code: string) => stored.issues.some((issue) => issue.code === code);
  const fault = isMended ? null : (faults.find(has) ?? null);
  return {
    row: { sheet: stored.sheet, row: stored.row, hidden: has("I-HIDDEN"), fault: null, cells },
    fault,
  };
}

async function writeVerdict({ app, tx }: Step, batch: ReadBatch, rows: readonly Stated[]): Promise<void> {
  const check = createFileCheck(batch.kind);
  for (const { stored, isLeftOut, values, issues } of rows)
    if (!isLeftOut)
      check.add(placeKey(stored), { outcome: hasError(issues) ? "refused" : "accepted", values, issues });
  const verdict = check.finish();
  for (const { stored, isTouched, isLeftOut, values, issues: own } of rows) {
    if (settled.has(stored.outcome)) continue;
    const issues = isLeftOut ? own : [...own, ...(verdict.issues.get(placeKey(stored)) ?? [])];
    // What saving found out stays: a twin of an earlier file is no twin of this one.
    const isTwin =
      verdict.duplicates.has(placeKey(stored)) ||
      (stored.outcome === "duplicate" && batch.state !== "checked");
    const outcome = isLeftOut
      ? "left-out"
      : hasError(issues)
        ? "quarantined"
        : isTwin
          ? "duplicate"
          : "accepted";
    const isSame = outcome === stored.outcome && JSON.stringify(issues) === JSON.stringify(stored.issues);
    if (isSame && !isTouched) continue;
    const cleanSealed = isTouched
      ? app.keys.seal(JSON.stringify(values), rowSealPlace(batch.id, stored, "clean"))
      : stored.cleanSealed;
    await restateRow(tx, batch.id, { sheet: stored.sheet, row: stored.row, outcome, issues, cleanSealed });
  }
}

function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}
