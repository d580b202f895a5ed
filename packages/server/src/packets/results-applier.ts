import { readPersonCode } from "@tuwai/domain/identity";
import { areaOf, authorise } from "#access";
import { recordChange } from "#audit";
import { restoreObligations, reverseObligations } from "#contributions";
import { recordAnswers, takeBack } from "#cover";
import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { notify } from "#notifications";
import { cleanReason } from "./clean-reason.ts";
import { decideResult } from "./decide-result.ts";
import {
  type Answer,
  closeAnsweredPackets,
  countClosedRejections,
  countPaidEnrolments,
  lockAnswersOf,
  lockResultLines,
  resetAnswers,
  type ResultLine,
  updateAnswered,
} from "./result.store.ts";

const reverseReason = "rejected-by-bpjs";

/**
 * The branch's answer to a packet. Accepted workers carry their member number and begin to be covered on the day of the
 * answer; rejected ones go back to their owner with the reason, and the month is no longer owed for them.
 */
export const resultsApplier: Applier = { apply, undo };

type Answered = { readonly line: ResultLine; readonly answer: Answer };

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const { app, tx } = step;
  const asked = rows.map(({ values }) => ({
    values,
    nik: values.nik === undefined ? null : app.keys.blindIndex("nik", values.nik).toString("hex"),
    kpj: values.kpj === undefined ? null : app.keys.blindIndex("kpj", values.kpj).toString("hex"),
    today: app.clock.today(),
  }));
  let lines = await lockResultLines(tx, areaOf(step.actor, authorise(step.actor, "enrolment.confirm")), {
    codes: asked.flatMap(({ values }) => {
      const reading = values.personCode === undefined ? undefined : readPersonCode(values.personCode);
      return reading?.status === "wajar" ? [reading.code] : [];
    }),
    niks: asked.flatMap(({ nik }) => (nik === null ? [] : Buffer.from(nik, "hex"))),
    kpjs: asked.flatMap(({ kpj }) => (kpj === null ? [] : Buffer.from(kpj, "hex"))),
  });
  const answered: Answered[] = [];
  const outcomes = asked.map((row): RowOutcome => {
    const decided = decideResult(row, lines);
    if (decided.decision === "hold") return { outcome: "quarantined", code: decided.code };
    if (decided.decision === "unchanged") return { outcome: "unchanged" };
    const line = lines.find(
      ({ packetId, lineNo }) => packetId === decided.line.packetId && lineNo === decided.line.lineNo,
    )!;
    const answer = answerOf(step, row.values, { line, kpj: row.kpj, on: decided.on });
    answered.push({ line, answer });
    lines = lines.map((each) => (each === line ? { ...line, state: answer.state, kpj: row.kpj } : each));
    return { outcome: "applied", recordId: line.enrolmentId };
  });
  await store(step, answered);
  return outcomes;
}

function answerOf(
  { app }: ImportStep,
  values: AcceptedRow["values"],
  { line, kpj, on }: { readonly line: ResultLine; readonly kpj: string | null; readonly on: Answer["on"] },
): Answer {
  const isAccepted = values.result === "accepted";
  const place = { table: "enrolments", column: "kpj", rowId: line.enrolmentId };
  return {
    packetId: line.packetId,
    lineNo: line.lineNo,
    enrolmentId: line.enrolmentId,
    state: isAccepted ? "accepted" : "rejected",
    reason: isAccepted ? null : cleanReason(values.reason),
    on,
    kpj:
      isAccepted && kpj !== null && values.kpj !== undefined
        ? { sealed: app.keys.seal(values.kpj, place).toString("hex"), index: kpj }
        : null,
  };
}

async function store(step: ImportStep, answered: readonly Answered[]): Promise<void> {
  if (answered.length === 0) return;
  const { app, tx, actor, batch } = step;
  await updateAnswered(
    tx,
    answered.map(({ answer }) => answer),
  );
  const rejected = answered.filter(({ answer }) => answer.state === "rejected");
  const enrolmentIds = rejected.map(({ line }) => line.enrolmentId);
  await reverseObligations(step, { enrolmentIds, reason: reverseReason });
  await recordAnswers(
    step,
    batch.id,
    answered.map(({ line, answer }) => ({ ...line, ...answer, answer: answer.state })),
  );
  await notify(
    { tx, actor, newId: app.newId },
    rejected.map(({ line, answer }) => ({
      role: "OPR",
      scope: line.villageCode,
      kind: "enrolment-rejected",
      payload: { personCode: line.personCode, packetCode: line.packetCode, reason: answer.reason },
    })),
  );
  const packetIds = [...new Set(answered.map(({ line }) => line.packetId))];
  const closed = await closeAnsweredPackets(tx, packetIds);
  await notify(
    { tx, actor, newId: app.newId },
    closed.map((packetCode) => ({
      role: "MGR",
      scope: null,
      kind: "packet-answered",
      payload: { packetCode },
    })),
  );
  const details = { accepted: answered.length - rejected.length, rejected: rejected.length, closed };
  await recordChange(app, tx, actor, {
    action: "enrolment.result",
    objectType: "import",
    objectId: batch.id,
    details,
  });
}

/** Lines wait again, as if the answer had not come; the events stay and are taken back by new ones. */
async function undo(step: ImportStep): Promise<UndoOutcome> {
  const { app, tx, actor, batch } = step;
  const answers = await lockAnswersOf(tx, areaOf(actor, authorise(actor, "enrolment.confirm")), batch.id);
  const enrolmentIds = answers.map(({ enrolmentId }) => enrolmentId);
  const paid = await countPaidEnrolments(tx, enrolmentIds);
  if (paid > 0) return { outcome: "refused", reason: "payments-rest-on-it", count: paid };
  const closed = await countClosedRejections(tx, enrolmentIds);
  if (closed > 0) return { outcome: "refused", reason: "enrolments-follow-it", count: closed };
  await resetAnswers(tx, enrolmentIds);
  await restoreObligations(step, { enrolmentIds, reason: reverseReason });
  const eventIds = answers.map(({ eventId }) => eventId);
  await takeBack(step, { eventIds, evidence: { type: "import-batch", id: batch.id } });
  await recordChange(app, tx, actor, {
    action: "enrolment.result-undone",
    objectType: "import",
    objectId: batch.id,
    details: { answers: answers.length },
  });
  return { outcome: "undone" };
}
