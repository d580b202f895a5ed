import {
  type Budget,
  type CommitmentStep,
  type StepPaper,
  type StepReason,
  takeStep,
} from "@tuwai/domain/commitments";
import { type CivilDate, parseCivilDate } from "@tuwai/domain/time";
import { AppError, readNote } from "#app";
import { type PaperFile, readPaperFile } from "#files";
import { act, type Operation, type Step } from "#use-case";
import {
  type CommitmentRow,
  insertStep,
  lockCommitment,
  markEvaluated,
  updateCommitment,
} from "./commitment.store.ts";
import { stood } from "./declare.ts";
import { accountFor, asCommitment, kindOfVillage } from "./read-year.ts";
import { findYear, listRules } from "./year.store.ts";

/** The paper of a step as it was typed, with the scan where there is one. */
export type TypedPaper = {
  readonly paperNumber: string;
  /** "YYYY-MM-DD" */
  readonly paperOn: string;
  readonly scan: { readonly path: string; readonly fileName: string } | null;
};

export type TakeCommitmentStep = Operation &
  TypedPaper & {
    readonly commitmentId: string;
    /** What the writer saw; another is `stale`. */
    readonly version: number;
    readonly step: "plan" | "draft-budget" | "settle" | "pay" | "withdraw";
    readonly budget?: Budget;
    readonly amount?: number;
    readonly account?: string;
    readonly reason?: string;
  };

export type StepRefusal = StepReason | "day" | "scan-kind" | "account-unclear" | "amount-unclear";
export type StepOutcome =
  | { readonly outcome: "taken"; readonly state: CommitmentRow["state"] }
  | { readonly outcome: "refused"; readonly reasons: readonly StepRefusal[] };

/**
 * One step of a commitment with the paper that shows it; a scan is kept sealed. Throws `not-found`, `stale`, `too-large`, and
 * `identity-number-in-note`.
 */
export const takeCommitmentStep = act(
  { name: "commitment.step", permission: "village_commitment.write" },
  async (call, input: TakeCommitmentStep): Promise<StepOutcome> => {
    const scan = input.scan === null ? null : await readPaperFile(input.scan);
    const { operationId: id, scan: file, ...told } = input;
    const request = { ...told, scan: scan?.hash.toString("hex") ?? null };
    return call.once({ id, request }, (step) =>
      record(step, told, { scan, isUnknownKind: file !== null && scan === null }, stepOf),
    );
  },
);

const accountShape = /^[0-9]+(\.[0-9]+){1,7}$/;

function stepOf(told: Told, paper: StepPaper | null, account: string | null): CommitmentStep {
  const amount = told.amount ?? 0;
  const budget = told.budget ?? "initial";
  const typed = told.account?.trim() ?? "";
  switch (told.step) {
    case "plan":
      return { step: "plan", paper };
    case "draft-budget":
      return { step: "draft-budget", budget, amount, paper };
    case "settle":
      return { step: "settle", budget, amount, account: typed === "" ? account : typed, paper };
    case "pay":
      return { step: "pay", amount, paper };
    default:
      return { step: "withdraw", reason: readNote(told.reason) };
  }
}

type Told = Omit<TakeCommitmentStep, "operationId" | "scan" | "step"> & { readonly step: string };
type Scan = {
  readonly scan: PaperFile | null;
  readonly isUnknownKind: boolean;
  readonly report?: KeptReport;
};

/** A report of a budget that is kept already: a step that it shows names it and its hash, and keeps no second copy. */
export type KeptReport = Pick<PaperFile, "name" | "type" | "hash"> & { readonly id: string };

/** Takes a step that the report of a budget shows, as part of whoever confirms the report. Throws `not-found`, `stale`. */
export function takeReportedStep(
  step: Step,
  of: {
    readonly commitmentId: string;
    readonly version: number;
    readonly taken: CommitmentStep;
    readonly paper: StepPaper;
    readonly report: KeptReport;
  },
): Promise<StepOutcome> {
  const { commitmentId, version, taken, paper, report } = of;
  const told = { commitmentId, version, step: taken.step, paperNumber: paper.number, paperOn: paper.on };
  return record(step, told, { scan: null, isUnknownKind: false, report }, () => taken);
}

/** Takes a step of any kind: both who writes and who evaluates go through here. */
export async function record(
  step: Step,
  told: Told,
  { scan, isUnknownKind, report }: Scan,
  makeStep: (told: Told, paper: StepPaper | null, account: string | null) => CommitmentStep,
): Promise<StepOutcome> {
  const { tx, area, actor, today } = step;
  const row = await lockCommitment(tx, area, told.commitmentId);
  if (row === undefined) throw new AppError("not-found", { object: "commitment" });
  if (row.version !== told.version) throw new AppError("stale", { version: row.version });
  const on = parseCivilDate(told.paperOn);
  const number = readNote(told.paperNumber);
  const paper = on === undefined || number === null ? null : { number, on };
  const kind = kindOfVillage(row.villageCode);
  const rules = await listRules(tx, actor.regionCode);
  const year = await findYear(tx, actor.regionCode, row.year);
  const now = asCommitment(
    row,
    { kind, year: row.year, group: row.group },
    year !== undefined && year.lockedAt !== null,
  );
  const taken = makeStep(told, paper, row.account ?? accountFor(rules, kind, row.group));
  const answer = takeStep(now, taken);
  const reasons: readonly StepRefusal[] = [
    ...(answer.outcome === "refused" ? answer.reasons : []),
    ...(on !== undefined && on > today ? (["day"] as const) : []),
    ...(isUnknownKind ? (["scan-kind"] as const) : []),
    ...(taken.step === "settle" && taken.account !== null && !accountShape.test(taken.account)
      ? (["account-unclear"] as const)
      : []),
    ...("amount" in taken && !(Number.isSafeInteger(taken.amount) && taken.amount >= 0 && taken.amount < 1e12)
      ? (["amount-unclear"] as const)
      : []),
  ];
  if (reasons.length > 0 || answer.outcome === "refused")
    return step.unchanged({ outcome: "refused", reasons });
  await save(step, { row, taken, next: answer.commitment, paper, scan, report: report ?? null });
  return { outcome: "taken", state: answer.commitment.state };
}

type Taken = {
  readonly row: CommitmentRow;
  readonly taken: CommitmentStep;
  readonly next: ReturnType<typeof asCommitment>;
  readonly paper: StepPaper | null;
  readonly scan: PaperFile | null;
  readonly report: KeptReport | null;
};

async function save(step: Step, { row, taken, next, paper, scan, report }: Taken): Promise<void> {
  const { tx, actor, now: at, app } = step;
  const by = actor.userId;
  const { id, villageCode, kecamatanCode } = row;
  const place = { regionCode: actor.regionCode, villageCode, kecamatanCode };
  const on = paper === null ? null : (parseCivilDate(paper.on) ?? null);
  if (taken.step === "evaluate") await markEvaluated(tx, { id, state: next.state, evaluatedOn: on, by, at });
  else {
    const plannedOn = plannedBy(taken, on, row);
    const isDraft = taken.step === "draft-budget";
    const draftOn = isDraft ? on : next.draft === null ? null : row.draftOn;
    const evaluatedOn = isDraft ? null : row.evaluatedOn;
    await updateCommitment(tx, { ...row, ...next, ...place, plannedOn, draftOn, evaluatedOn, by, at });
  }
  const stepId = step.newId();
  const shown = report ?? scan;
  const sealed =
    scan === null
      ? null
      : app.keys.sealBytes(scan.bytes, { table: "commitment_steps", column: "paper", rowId: stepId });
  await insertStep(tx, {
    ...place,
    ...stood(next),
    id: stepId,
    commitmentId: id,
    step: nameOf(taken),
    budget: "budget" in taken ? taken.budget : null,
    amount: "amount" in taken ? taken.amount : null,
    reason: "reason" in taken ? taken.reason : null,
    paperNumber: paper?.number ?? null,
    paperOn: on,
    paperName: shown?.name ?? null,
    paperType: shown?.type ?? null,
    paperHash: shown?.hash ?? null,
    paperSealed: sealed,
    reportId: report?.id ?? null,
    takenRole: actor.role,
    takenBy: by,
    takenAt: at,
  });
  await step.audit({
    objectType: "village_commitment",
    objectId: id,
    details: { year: row.year, villageCode, group: row.group, step: nameOf(taken), state: next.state },
  });
}

const nameOf = (taken: CommitmentStep): string =>
  taken.step === "evaluate" ? (taken.fits ? "fits" : "to-mend") : taken.step;

/** Since when it stands in the plan; what was withdrawn stands in none. */
function plannedBy(taken: CommitmentStep, on: CivilDate | null, { plannedOn }: CommitmentRow) {
  if (taken.step === "plan") return on;
  return taken.step === "withdraw" ? null : plannedOn;
}
