import { checkRow, createFileCheck, type FileVerdict, mapRow } from "@tuwai/domain/imports";
import {
  type CheckContext,
  type ImportedRow,
  placeKey,
  type RowIssue,
  type TableRecognition,
  type TableRow,
} from "@tuwai/domain/intake";
import type { App } from "#app";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { contextOf } from "./check-context.ts";
import type { BatchIn, ImportFacts } from "./import-batch.ts";
import { listMends, type StoredMend } from "./mend.store.ts";
import { layOver, openChanges, rowKey } from "./mended-row.ts";
import { type ComparedRow, findRows, listRowsToCompare, restateRow } from "./row.store.ts";
import { openCells, openValues, rowSealPlace } from "./sealed-row.ts";

export type MendableBatch = BatchIn<"checked" | "applying" | "applied">;
type ReadBatch = ImportFacts & Pick<MendableBatch, "state" | "recognition">;

type Stated = {
  readonly stored: Omit<ComparedRow, "rawSealed" | "cleanSealed">;
  readonly isLeftOut: boolean;
  /** Null for a row that nobody decided about just now: what was read of it stays. */
  readonly values: ImportedRow | null;
  readonly issues: readonly RowIssue[];
};

/** What comparing the rows of one file with each other says; everything else a row says by itself. */
const ofWholeFile = new Set<string>(["E-DUP-FILE", "W-KK-SIZE"]);
const settled = new Set(["applied", "unchanged"]);
const rowsPerPart = 2_000;

/**
 * Reads these rows again, as the file with its standing decisions, by the rules the file was read by, then compares all rows of the
 * file anew, part by part: a row that differed from another under one number may stand once the other is mended. Rows already saved stay.
 */
export async function restateRows(
  step: Step,
  batch: ReadBatch,
  touched: readonly { readonly sheet: number; readonly row: number }[],
): Promise<void> {
  const { app, tx } = step;
  const context = await contextOf(step, batch);
  const decisions = Map.groupBy(await listMends(tx, batch.id), rowKey);
  const fresh = new Map(
    (await findRows(tx, batch.id, touched))
      .filter(({ outcome, rawSealed }) => !settled.has(outcome) && rawSealed !== null)
      .map((row) => [rowKey(row), row]),
  );
  const check = createFileCheck(batch.kind);
  const rows: Stated[] = [];
  for await (const { cleanSealed, ...stored } of comparedRows(tx, batch.id)) {
    const own = decisions.get(rowKey(stored)) ?? [];
    const isLeftOut = own.some(({ decision }) => decision === "left-out");
    const row = fresh.get(rowKey(stored));
    const again = row === undefined ? null : readMended(app, batch, { row, own, context });
    const issues = again?.issues ?? stored.issues.filter(({ code }) => !ofWholeFile.has(code));
    const known = () => (cleanSealed === null ? {} : openValues(app, batch.id, stored, cleanSealed));
    const outcome = hasError(issues) ? "refused" : "accepted";
    if (!isLeftOut) check.add(placeKey(stored), { outcome, values: again?.values ?? known(), issues });
    rows.push({ stored, isLeftOut, values: again?.values ?? null, issues });
  }
  await writeVerdict(step, batch, { rows, verdict: check.finish() });
}

async function* comparedRows(tx: Tx, batchId: string) {
  let after = { sheet: 0, row: 0 };
  for (;;) {
    const part = await listRowsToCompare(tx, batchId, { after, limit: rowsPerPart });
    yield* part;
    const last = part.at(-1);
    if (last === undefined || part.length < rowsPerPart) return;
    after = { sheet: last.sheet, row: last.row };
  }
}

type Mended = {
  readonly row: ComparedRow;
  readonly own: readonly StoredMend[];
  readonly context: CheckContext;
};

function readMended(app: App, batch: ReadBatch, { row, own, context }: Mended) {
  const changes = own.flatMap((mend) => openChanges(app, mend));
  const cells = layOver(openCells(app, batch.id, row, row.rawSealed!), changes);
  const columns = factsBeside(batch.recognition, new Set(changes.map(({ column }) => column)));
  const isMended = own.some(({ decision }) => decision === "mended");
  return readAgain(batch, { ...context, ...columns }, rowOf(row, cells, isMended));
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

type Compared = { readonly rows: readonly Stated[]; readonly verdict: FileVerdict };

async function writeVerdict({ app, tx }: Step, batch: ReadBatch, { rows, verdict }: Compared): Promise<void> {
  for (const { stored, isLeftOut, values, issues: own } of rows) {
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
    if (isSame && values === null) continue;
    const cleanSealed =
      values === null ? null : app.keys.seal(JSON.stringify(values), rowSealPlace(batch.id, stored, "clean"));
    await restateRow(tx, batch.id, { sheet: stored.sheet, row: stored.row, outcome, issues, cleanSealed });
  }
}

function hasError(issues: readonly RowIssue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}
