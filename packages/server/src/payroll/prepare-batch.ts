import { randomInt } from "node:crypto";
import { newCode } from "@tuwai/domain/identity";
import { rupiah } from "@tuwai/domain/money";
import { type BatchPlan, type PayrollLine, planLines, sumLines } from "@tuwai/domain/payroll";
import { monthOf, type Month, parseMonth, shiftMonth } from "@tuwai/domain/time";
import { AppError } from "#app";
import { asSystem, lockCity } from "#database";
import { change, type Operation, type Step } from "#use-case";
import {
  type Batch,
  insertBatch,
  type LeftOut,
  listAcceptedBefore,
  listBatchesOf,
  listCarried,
  listOccupied,
  replaceLines,
  type StoredLine,
  updateContent,
} from "./batch.store.ts";
import { listMandateNames, listPromised, type PromisedMandate } from "./promised.view.ts";
import { hashContent } from "./require-batch.ts";

export type PrepareBatch = Operation & { readonly office: string; readonly month: string };

/** `month-far`: later than next month. `waits`: one waits for a second person. `nothing-due`: nobody owes, or all have a batch. */
export type PrepareRefusal = "month-far" | "waits" | "nothing-due";

export type PrepareOutcome =
  | {
      readonly outcome: "prepared";
      readonly payrollCode: string;
      readonly version: number;
      readonly leftOut: readonly LeftOut[];
      readonly carryWaits: number;
    }
  | { readonly outcome: "refused"; readonly reasons: readonly PrepareRefusal[] };

/**
 * Draws up what is to be taken from an office's employees for a month, or draws an open draft up anew. Once the month's batch is locked,
 * another one takes up those whom it does not have.
 */
export const prepareBatch = change(
  { name: "payroll.prepare", permission: "deduction_batch.prepare" },
  async (step, input: PrepareBatch): Promise<PrepareOutcome> => {
    const month = parseMonth(input.month);
    if (month === undefined) throw new AppError("invalid-input", { field: "month" });
    const refuse = (reason: PrepareRefusal) =>
      step.unchanged({ outcome: "refused" as const, reasons: [reason] as const });
    if (month > shiftMonth(monthOf(step.today), 1)) return refuse("month-far");
    const of = { office: input.office, month };
    await lockCity(step.tx, `payroll-office|${of.office}`);
    const batches = await listBatchesOf(step.tx, of);
    if (batches.some(({ state }) => state === "proposed")) return refuse("waits");
    const draft = batches.find(({ state }) => state === "draft");
    const isSupplement = draft?.isSupplement ?? batches.length > 0;
    const drawn = await drawUp(step, { ...of, isSupplement, exceptBatch: draft?.id ?? null });
    if (drawn.lines.every(({ change: kind }) => kind === "stopped")) return refuse("nothing-due");
    const kept = await keep(step, { ...of, isSupplement, draft }, drawn);
    const sums = sumLines(drawn.lines);
    await step.audit({
      objectType: "payroll-batch",
      objectId: kept.id,
      details: {
        code: kept.code,
        ...of,
        version: kept.version,
        mandates: sums.mandates,
        rupiah: sums.amount,
      },
    });
    const { leftOut, carryWaits } = drawn;
    return {
      outcome: "prepared",
      payrollCode: kept.code,
      version: kept.version,
      leftOut,
      carryWaits: carryWaits.length,
    };
  },
);

type Of = { readonly office: string; readonly month: Month; readonly isSupplement: boolean };
type Drawn = {
  readonly lines: readonly StoredLine[];
  readonly leftOut: readonly LeftOut[];
  readonly carryWaits: readonly string[];
};

async function drawUp(step: Step, of: Of & { readonly exceptBatch: string | null }): Promise<Drawn> {
  // Obligations hang on workers, whom neither finance nor the office sees: only sums by mandate come back.
  const promised = await asSystem(step.app, (tx) => listPromised(tx, of));
  const before = await listAcceptedBefore(step.tx, of);
  const mandateIds = [...new Set([...promised.map(({ mandateId }) => mandateId), ...before.keys()])];
  const { exceptBatch, month } = of;
  const carried = await listCarried(step.tx, { mandateIds, exceptBatch, before: month });
  const plan = planLines({
    mandates: promised.map(({ mandateId, own, cap }) => ({
      mandateId,
      own,
      cap,
      carried: carried.get(mandateId) ?? rupiah(0),
    })),
    before,
    occupied: await listOccupied(step.tx, { month, mandateIds, exceptBatch }),
    isSupplement: of.isSupplement,
  });
  const names = await namesOf(step, promised, plan);
  const lines = plan.lines.map((line) => named(line, names));
  const leftOut = plan.leftOut
    .filter(({ reason }) => reason !== "occupied")
    .map(({ mandateId, reason, own }) => ({ mandateCode: names.get(mandateId)!.mandateCode, reason, own }));
  return { lines, leftOut, carryWaits: plan.carryWaits };
}

type Named = Pick<PromisedMandate, "mandateCode" | "employeeName">;

/** Of whoever owes now; of those who stopped, as the last batch named them. */
async function namesOf(
  step: Step,
  promised: readonly PromisedMandate[],
  { lines }: BatchPlan,
): Promise<ReadonlyMap<string, Named>> {
  const names = new Map<string, Named>(promised.map((mandate) => [mandate.mandateId, mandate]));
  const unknown = lines.map(({ mandateId }) => mandateId).filter((id) => !names.has(id));
  for (const mandate of await asSystem(step.app, (tx) => listMandateNames(tx, unknown)))
    names.set(mandate.mandateId, mandate);
  return names;
}

function named(line: PayrollLine, names: ReadonlyMap<string, Named>): StoredLine {
  const { mandateCode, employeeName } = names.get(line.mandateId)!;
  return { ...line, mandateCode, employeeName };
}

async function keep(
  step: Step,
  of: Of & { readonly draft: Batch | undefined },
  { lines, leftOut }: Drawn,
): Promise<Pick<Batch, "id" | "code" | "version">> {
  const { tx, actor } = step;
  const { office, month, isSupplement, draft } = of;
  const id = draft?.id ?? step.newId();
  const code = draft?.code ?? newCode("GJ", (below) => randomInt(below));
  const same = draft === undefined ? null : hashContent(draft, lines).toString("hex");
  const version = draft === undefined ? 1 : draft.version + (same === draft.fingerprint ? 0 : 1);
  const { mandates, amount } = sumLines(lines);
  const contentHash = hashContent({ code, office, month, version }, lines);
  const content = { version, contentHash, mandates, promisedRupiah: amount, leftOut };
  const made = { by: actor.userId, at: step.now };
  const { regionCode } = actor;
  if (draft === undefined)
    await insertBatch(tx, { regionCode, id, office, month, code, isSupplement, ...content }, made);
  else await updateContent(tx, id, content, made);
  if (version !== draft?.version) await replaceLines(tx, { regionCode, id, office, month, version }, lines);
  return { id, code, version };
}
