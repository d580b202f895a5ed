import {
  answerSteps,
  type EvidenceKind,
  type FollowUp,
  type FollowUpReason,
  type FollowUpStep,
  ownerSteps,
  stepToUndo,
  standingSteps,
  takeFollowUpStep,
} from "@tuwai/domain/follow-ups";
import { type CivilDate, jakartaDate, parseCivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { AppError, readNote } from "#app";
import { type PaperFile, readPaperFile } from "#files";
import { act, change, type Operation, type Step } from "#use-case";
import { findDecision } from "./decision.view.ts";
import { type FollowUpRow, lockFollowUp, updateFollowUp } from "./follow-up.store.ts";
import { insertStep, listStepRows, type NewStep, type StepRow } from "./step.store.ts";

/** A step as it was typed. */
export type TakeFollowUpStep = Operation & {
  readonly followUpId: string;
  /** What the writer saw; another is `stale`. */
  readonly version: number;
  readonly step: string;
  readonly reason?: string;
  /** The day asked for, "YYYY-MM-DD". */
  readonly until?: string;
};
export type ActOnFollowUp = TakeFollowUpStep & {
  /** The paper that is handed in. */
  readonly scan: { readonly path: string; readonly fileName: string } | null;
};

export type StepRefusal = FollowUpReason | "scan-missing" | "scan-kind";
export type StepOutcome =
  | { readonly outcome: "taken"; readonly state: FollowUpRow["state"] }
  | { readonly outcome: "refused"; readonly reasons: readonly StepRefusal[] };

/**
 * What the office that was asked does: hands in a paper, which is kept sealed, asks for more time, says that it is done or cannot be.
 * The city may do it for an office, and stands in the line with its own name. Throws `not-found`, `stale`, `too-large`, and
 * `identity-number-in-note`.
 */
export const actOnFollowUp = act(
  { name: "follow-up.act", permission: "follow_up.act" },
  async (call, input: ActOnFollowUp): Promise<StepOutcome> => {
    const isHandIn = input.step === "hand-in";
    const scan = input.scan === null || !isHandIn ? null : await readPaperFile(input.scan);
    const { operationId: id, scan: file, ...told } = input;
    const request = { ...told, scan: scan?.hash.toString("hex") ?? null };
    const missing: readonly StepRefusal[] =
      !isHandIn || scan !== null ? [] : [file === null ? "scan-missing" : "scan-kind"];
    const stepName = ownerSteps.find((name) => name === input.step);
    return call.once({ id, request }, (step) => record(step, told, { stepName, scan, missing }));
  },
);

/** What the city says to it. Throws `not-found`, `stale`, and `identity-number-in-note`. */
export const answerFollowUp = change(
  { name: "follow-up.answer", permission: "follow_up.answer" },
  async (step, input: TakeFollowUpStep): Promise<StepOutcome> =>
    record(step, input, {
      stepName: answerSteps.find((name) => name === input.step),
      scan: null,
      missing: [],
    }),
);

type With = {
  readonly stepName: FollowUpStep["step"] | undefined;
  readonly scan: PaperFile | null;
  readonly missing: readonly StepRefusal[];
};

async function record(
  step: Step,
  told: Omit<TakeFollowUpStep, "operationId">,
  { stepName, scan, missing }: With,
): Promise<StepOutcome> {
  const { row, evidenceKind } = await holdFollowUp(step, told);
  if (stepName === undefined) return step.unchanged({ outcome: "refused", reasons: ["not-now"] });
  const reason = readNote(told.reason);
  const until = parseCivilDate(told.until ?? "");
  const taken = stepOf(stepName, { reason, until });
  const answer = takeFollowUpStep({ ...row, evidenceKind }, taken, step.today);
  const reasons = [...(answer.outcome === "refused" ? answer.reasons : []), ...missing];
  if (answer.outcome === "refused" || reasons.length > 0)
    return step.unchanged({ outcome: "refused", reasons });
  const next = { ...answer.followUp, dueSince: stepName === "grant" ? step.today : row.dueSince };
  await save(step, row, next, {
    step: stepName,
    undoes: null,
    reason: "reason" in taken ? reason : null,
    scan,
  });
  return { outcome: "taken", state: next.state };
}

type Said = { readonly reason: string | null; readonly until: CivilDate | undefined };

function stepOf(step: FollowUpStep["step"], { reason, until }: Said): FollowUpStep {
  if (step === "ask") return { step, until, reason };
  if (step === "cannot" || step === "refuse" || step === "send-back") return { step, reason };
  return { step };
}

/** The follow-up, held for one who may act on it: its own office, or the city. Throws `not-found` and `stale`. */
async function holdFollowUp(
  { tx, area, actor }: Step,
  { followUpId, version }: Pick<TakeFollowUpStep, "followUpId" | "version">,
): Promise<{ readonly row: FollowUpRow; readonly evidenceKind: EvidenceKind }> {
  const row = await lockFollowUp(tx, area, followUpId);
  const isOwn = row?.ownerRole === actor.role || may(actor, "follow_up.answer");
  if (row === undefined || !isOwn) throw new AppError("not-found", { object: "follow-up" });
  if (row.version !== version) throw new AppError("stale", { version: row.version });
  const decision = await findDecision(tx, actor.regionCode, row.decisionId);
  return { row, evidenceKind: decision?.evidenceKind ?? "none" };
}

type Stood = Pick<FollowUp, "state" | "dueOn" | "askedFor" | "papers"> & Pick<FollowUpRow, "dueSince">;
type Kept = Pick<StepRow, "step" | "undoes" | "reason"> & { readonly scan: PaperFile | null };

async function save(step: Step, row: FollowUpRow, next: Stood, kept: Kept): Promise<void> {
  const { tx, actor, now: at, app } = step;
  const { id, villageCode, kecamatanCode } = row;
  const { state, dueOn, dueSince, askedFor, papers } = next;
  const stands = { state, dueOn, dueSince, askedFor, papers };
  await updateFollowUp(tx, { ...stands, id, by: actor.userId, at }, dueOn !== row.dueOn);
  const { scan, ...said } = kept;
  const stepId = step.newId();
  const place = { table: "follow_up_steps", column: "paper", rowId: stepId };
  await insertStep(tx, {
    ...said,
    ...stands,
    id: stepId,
    regionCode: actor.regionCode,
    followUpId: id,
    villageCode,
    kecamatanCode,
    paperName: scan?.name ?? null,
    paperType: scan?.type ?? null,
    paperHash: scan?.hash ?? null,
    paperSealed: scan === null ? null : app.keys.sealBytes(scan.bytes, place),
    takenRole: actor.role,
    takenBy: actor.userId,
    takenAt: at,
  } satisfies NewStep);
  const where = villageCode ?? kecamatanCode ?? "";
  await step.audit({
    objectType: "follow-up",
    objectId: id,
    details: { step: said.step, state, villageCode: where },
  });
}

export type UndoOutcome = { readonly outcome: "undone" | "too-late" };

/** Takes back the own last step, as long as nobody has acted on it. Throws `not-found` and `stale`. */
export const undoFollowUpStep = change(
  { name: "follow-up.undo", permission: "follow_up.act" },
  async (
    step,
    input: Operation & { readonly followUpId: string; readonly version: number },
  ): Promise<UndoOutcome> => {
    const { row } = await holdFollowUp(step, input);
    const steps = await listStepRows(step.tx, row.id);
    const last = row.state === "withdrawn" ? undefined : stepToUndo(steps, step.actor);
    if (last === undefined) return step.unchanged({ outcome: "too-late" });
    const before = standingSteps(steps).at(-2) ?? (await atBirth(step, row));
    await save(step, row, before, { step: "undo", undoes: last.id, reason: null, scan: null });
    return { outcome: "undone" };
  },
);

/** As it stood before its first step. */
async function atBirth({ tx, actor }: Step, row: FollowUpRow): Promise<Stood> {
  const decision = await findDecision(tx, actor.regionCode, row.decisionId);
  const dueOn = decision?.dueOn ?? row.dueOn;
  const dueSince =
    dueOn === row.dueOn ? row.dueSince : jakartaDate((decision?.madeAt ?? row.changedAt).getTime());
  return { state: "open", askedFor: null, papers: 0, dueOn, dueSince };
}
