import { handOver, type HandOverReason, reasonAgainstHandOver } from "@tuwai/domain/payers";
import { AppError, isUuid, readNote } from "#app";
import { carryEnrolments, lockPayers, returnEnrolments } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { type DoubleRow, hasPayer, listDoubleRows } from "./double-cover.view.ts";
import { endMonth } from "./list-double-cover.ts";
import { insertAnswer, lockAnswer, markAnswerUndone } from "./other-cover.store.ts";

export type AnswerDouble = Operation & {
  readonly personId: string;
  readonly doubleAnswer: string;
  readonly reason: string;
};
export type AnswerDoubleReason =
  | HandOverReason
  | "answer-unknown"
  | "without-reason"
  | "answered-already"
  | "nobody-pays";
export type AnswerDoubleOutcome =
  | { readonly outcome: "answered" }
  | { readonly outcome: "refused"; readonly reasons: readonly AnswerDoubleReason[] };

/**
 * Where a worker is paid for twice: ours ends, so that its last month is this one, or it stays, with a reason. What is ended is ended for the
 * run of the next month to follow. Throws `not-found`.
 */
export const answerDoubleCover = change(
  { name: "double-cover.answer", permission: "double_cover.write" },
  async (step, { personId, doubleAnswer, reason: given }: AnswerDouble): Promise<AnswerDoubleOutcome> => {
    await lockPayers(step.tx);
    const [row] = isUuid(personId) ? await listDoubleRows(step.tx, step.area, personId) : [];
    if (row === undefined) throw new AppError("not-found", { object: "double-cover" });
    const answer = (["end-ours", "keep-ours"] as const).find((known) => known === doubleAnswer);
    const reason = readNote(given);
    const reasons = reasonsAgainst(row, answer, reason);
    if (answer === undefined || reason === null || reasons.length > 0)
      return step.unchanged({ outcome: "refused", reasons });
    const ended = answer === "end-ours" ? await endOurs(step, row) : null;
    const { regionCode, userId: by } = step.actor;
    const { villageCode, kecamatanCode } = row;
    const of = { id: step.newId(), personId: row.personId, villageCode, kecamatanCode };
    await insertAnswer(step.tx, { regionCode, by, at: step.now }, { ...of, answer, reason, ended });
    const details = { answer, reason, ...(ended === null ? {} : { month: ended.month }) };
    await step.audit({ objectType: "double-cover", objectId: row.personId, details });
    return { outcome: "answered" };
  },
);

function reasonsAgainst(
  { open, answer: standing }: DoubleRow,
  answer: "end-ours" | "keep-ours" | undefined,
  reason: string | null,
): readonly AnswerDoubleReason[] {
  const against = open === null ? ("nobody-pays" as const) : reasonAgainstHandOver(open);
  const reasons: AnswerDoubleReason[] = [
    ...(standing === null ? [] : (["answered-already"] as const)),
    ...(answer === undefined ? (["answer-unknown"] as const) : []),
    ...(reason === null ? (["without-reason"] as const) : []),
  ];
  return answer === "end-ours" && against !== null ? [...reasons, against] : reasons;
}

async function endOurs(step: Step, { open }: DoubleRow) {
  if (open === null || (open.state !== "ready" && open.state !== "accepted"))
    throw new AppError("conflict", { reason: "not-open" });
  const { enrolmentId, state, fromMonth } = open;
  const turn = { enrolmentId, payerId: "", state, fromMonth, untilMonth: null };
  const month = endMonth(step);
  const { ended } = handOver(turn, month, null);
  await carryEnrolments(step, [{ enrolmentId, untilMonth: ended.untilMonth!, next: null }]);
  return { month, enrolmentId, stateBefore: state };
}

export type UndoDouble = Operation & { readonly answerId: string };
export type UndoDoubleOutcome =
  | { readonly outcome: "undone" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("undone-already" | "has-payer")[] };

/** The question is open again, and what it ended is paid by us as before. Throws `not-found`. */
export const undoDoubleAnswer = change(
  { name: "double-cover.undo", permission: "double_cover.write" },
  async (step, { answerId }: UndoDouble): Promise<UndoDoubleOutcome> => {
    await lockPayers(step.tx);
    const { regionCode, userId: by } = step.actor;
    const answer = isUuid(answerId) ? await lockAnswer(step.tx, regionCode, answerId) : undefined;
    if (answer === undefined) throw new AppError("not-found", { object: "double-cover-answer" });
    const { personId, enrolmentId, stateBefore } = answer;
    if (answer.isUndone) return step.unchanged({ outcome: "refused", reasons: ["undone-already"] });
    if (enrolmentId !== null && stateBefore !== null) {
      if (await hasPayer(step.tx, personId))
        return step.unchanged({ outcome: "refused", reasons: ["has-payer"] });
      await returnEnrolments(step, [{ personId, enrolmentId, state: stateBefore, next: null }]);
    }
    await markAnswerUndone(step.tx, { regionCode, by, at: step.now }, answer.id);
    await step.audit({ objectType: "double-cover", objectId: personId, details: { answer: answer.answer } });
    return { outcome: "undone" };
  },
);
