import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Rupiah, rupiah } from "@tuwai/domain/money";
import { readResult, type ResultProblem, type ResultRow } from "@tuwai/domain/payroll";
import { AppError } from "#app";
import { act, type Call, change, type Operation, type Step } from "#use-case";
import { type Batch, listLines, type StoredLine } from "./batch.store.ts";
import { listEndings } from "./ending.store.ts";
import { type FileProblem, mostResultBytes, readResultFile } from "./read-result-file.ts";
import { listMatches } from "./remittance.store.ts";
import { type BatchSeen, holdBatch, requireBatch } from "./require-batch.ts";
import {
  findExpectation,
  findResult,
  insertExpectation,
  insertResult,
  markResultUndone,
} from "./result.store.ts";
import { listTemplates } from "./template.store.ts";

export type ExpectResult = Operation &
  BatchSeen & {
    /** How many employees something was taken of, and how much in all, as payroll says before its file is opened. */
    readonly count: number;
    readonly sum: number;
  };

/** The treasurer says what the result comes to, before the file is opened. */
export const expectResult = change(
  { name: "payroll.expect", permission: "deduction_batch.confirm" },
  async (step, input: ExpectResult): Promise<{ readonly outcome: "kept" }> => {
    const { tx, actor, now } = step;
    const batch = await holdBatch(step, input, "answer");
    if (!isWhole(input.count) || !isWhole(input.sum)) throw new AppError("invalid-input", { field: "sum" });
    const { regionCode, userId: by } = actor;
    const { id: batchId, office, version } = batch;
    const said = { version, mandates: input.count, rupiah: input.sum };
    await insertExpectation(tx, { regionCode, id: step.newId(), batchId, office, ...said }, { by, at: now });
    await step.audit({ objectType: "payroll-batch", objectId: batchId, details: said });
    return { outcome: "kept" };
  },
);

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

export type TakeResult = Operation &
  BatchSeen & {
    readonly fileName: string;
    /** Where the received bytes lie now. */
    readonly path: string;
  };

/** Of a file for an older version: how the two differ, mandate by mandate. */
export type VersionDifference = {
  readonly mandates: number;
  readonly first: readonly { readonly mandateCode: string; readonly before: Rupiah; readonly now: Rupiah }[];
};

export type TakeProblem =
  | FileProblem
  | ResultProblem
  | { readonly problem: "not-expected" | "answered-before" };

export type TakeOutcome =
  | { readonly outcome: "taken"; readonly count: number; readonly sum: Rupiah; readonly repeated: boolean }
  | {
      readonly outcome: "refused";
      readonly problems: readonly TakeProblem[];
      readonly difference: VersionDifference | null;
    };

/**
 * Takes in what payroll deducted, whole or not at all: file, sealed, and what it says of every mandate, in one transaction; what was
 * acknowledged is kept, and the same file sent again is the same result. Throws `too-large`, `stale`, `conflict` for a batch not locked.
 */
export const takeResult = act(
  { name: "payroll.result", permission: "deduction_batch.confirm" },
  async (call, input: TakeResult): Promise<TakeOutcome> => {
    const { size } = await stat(input.path);
    if (size > mostResultBytes) throw new AppError("too-large", { bytes: size, limit: mostResultBytes });
    const templates = await call.look(async (step) => {
      const batch = await requireBatch(step, input);
      return (await listTemplates(step.tx, batch.office)).map(({ columns }) => columns);
    });
    const bytes = await readFile(input.path);
    const read = await readResultFile(input, templates);
    return keep(call, input, { bytes, read });
  },
);

const refuse = (problem: TakeProblem): TakeOutcome => ({
  outcome: "refused",
  problems: [problem],
  difference: null,
});

type FileRead = {
  readonly bytes: Buffer;
  readonly read: { readonly rows: readonly ResultRow[] } | FileProblem;
};

function keep({ once }: Call, input: TakeResult, file: FileRead): Promise<TakeOutcome> {
  const { operationId: id, payrollCode, version } = input;
  const hash = createHash("sha256").update(file.bytes).digest();
  return once({ id, request: { payrollCode, version, hash: hash.toString("hex") } }, async (step) => {
    const batch = await holdBatch(step, input, "answer");
    const found = await findResult(step.tx, batch.id);
    if (found !== undefined)
      return step.unchanged(
        found.fileHash === hash.toString("hex")
          ? { outcome: "taken", count: found.mandates, sum: found.rupiah, repeated: true }
          : refuse({ problem: "answered-before" }),
      );
    if ("problem" in file.read) return step.unchanged(refuse(file.read));
    const expected = await findExpectation(step.tx, batch);
    if (expected === undefined) return step.unchanged(refuse({ problem: "not-expected" }));
    const lines = await listLines(step.tx, batch);
    const reading = readResult({
      rows: file.read.rows,
      stamp: batch,
      promised: new Map(lines.map(({ mandateCode, amount }) => [mandateCode, amount])),
      expected: { count: expected.mandates, sum: expected.rupiah },
    });
    if (reading.outcome === "refused") {
      const { problems } = reading;
      return step.unchanged({
        outcome: "refused",
        problems,
        difference: await differenceOf(step, batch, { lines, problems }),
      });
    }
    const byCode = new Map(lines.map(({ mandateCode, mandateId }) => [mandateCode, mandateId]));
    const deductions = reading.deductions.map(({ mandateCode, ...said }) => ({
      ...said,
      mandateId: byCode.get(mandateCode)!,
    }));
    const resultId = step.newId();
    const place = { table: "payroll_results", column: "original", rowId: resultId };
    await insertResult(
      step.tx,
      {
        regionCode: step.actor.regionCode,
        id: resultId,
        batchId: batch.id,
        office: batch.office,
        version: batch.version,
        fileName: basename(input.fileName).slice(0, 200),
        fileBytes: file.bytes.length,
        fileHash: hash,
        originalSealed: step.app.keys.sealBytes(file.bytes, place),
        mandates: reading.count,
        rupiah: reading.sum,
      },
      deductions,
      { by: step.actor.userId, at: step.now },
    );
    await step.follow("payroll.post", {});
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, version: batch.version, mandates: reading.count, rupiah: reading.sum },
    });
    return { outcome: "taken", count: reading.count, sum: reading.sum, repeated: false };
  });
}

const firstLines = 3;

/** A file of an older version is told what changed since. */
async function differenceOf(
  step: Step,
  batch: Batch,
  of: { readonly lines: readonly StoredLine[]; readonly problems: readonly ResultProblem[] },
): Promise<VersionDifference | null> {
  const old = of.problems.find((each) => each.problem === "old-version");
  if (old === undefined) return null;
  const then = await listLines(step.tx, { id: batch.id, version: old.version });
  // A version that never was says nothing of how they differ.
  if (then.length === 0) return null;
  const before = new Map(then.map(({ mandateCode, amount }) => [mandateCode, amount]));
  const now = new Map(of.lines.map(({ mandateCode, amount }) => [mandateCode, amount]));
  const changed = [...new Set([...before.keys(), ...now.keys()])]
    .map((mandateCode) => ({
      mandateCode,
      before: before.get(mandateCode) ?? rupiah(0),
      now: now.get(mandateCode) ?? rupiah(0),
    }))
    .filter((each) => each.before !== each.now);
  return { mandates: changed.length, first: changed.slice(0, firstLines) };
}

export type UndoResultRefusal = "no-result" | "has-match" | "has-ending";

/** Takes a result back, so that another can come; not while a transfer or an accepted ending hangs on it. */
export const undoResult = change(
  { name: "payroll.undo-result", permission: "deduction_batch.confirm" },
  async (
    step,
    input: Operation & BatchSeen,
  ): Promise<
    | { readonly outcome: "undone" }
    | { readonly outcome: "refused"; readonly reasons: readonly UndoResultRefusal[] }
  > => {
    const batch = await holdBatch(step, input, "answer");
    const result = await findResult(step.tx, batch.id);
    const reasons: UndoResultRefusal[] = result === undefined ? ["no-result"] : [];
    if ((await listMatches(step.tx, batch.id)).length > 0) reasons.push("has-match");
    if ((await listEndings(step.tx, batch.id)).some(({ ending }) => ending !== "open"))
      reasons.push("has-ending");
    if (result === undefined || reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    await markResultUndone(step.tx, result.id, { by: step.actor.userId, at: step.now });
    await step.follow("payroll.post", {});
    await step.audit({
      objectType: "payroll-batch",
      objectId: batch.id,
      details: { code: batch.code, version: result.version, rupiah: result.rupiah },
    });
    return { outcome: "undone" };
  },
);
