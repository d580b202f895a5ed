import { readLifeNote } from "@tuwai/domain/imports";
import { restoreObligations, reverseBefore, reverseObligations } from "#contributions";
import { recordAnswers, takeBack } from "#cover";
import { answerEnrolments, type EnrolmentAnswer, forgetAnswers } from "#enrolment";
import type { AcceptedRow, Applier, ImportStep, RowOutcome, UndoOutcome } from "#intake";
import { notify } from "#notifications";
import { answerLines, lockLines, reopenLines } from "#packets";
import { countClosedRejections, countPaidEnrolments, listAnswersOf } from "./answer.view.ts";
import { cleanReason } from "./clean-reason.ts";
import { decideResult } from "./decide-result.ts";
import { areaOfBranch, ask, readLines, type ResultLine } from "./result-lines.ts";

const reverseReason = "rejected-by-bpjs";
/** Sent for one month and taken in in a later one: BPJS takes money from the month of its answer on. */
const laterReason = "accepted-later";

/**
 * The branch's answer to a packet. Accepted workers carry their member number and begin to be covered on the day of the
 * answer; rejected ones go back to their owner with the reason, and the month is no longer owed for them.
 */
export const resultsApplier: Applier = { apply, undo };

type Answered = { readonly line: ResultLine; readonly answer: EnrolmentAnswer };

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const asked = rows.map(({ values }) => ask(step, values));
  let lines = await readLines(step, asked);
  const answered: Answered[] = [];
  const outcomes = asked.map((row): RowOutcome => {
    if (row.values.result === "waiting") return { outcome: "unchanged" };
    const decided = decideResult(row, lines);
    if (decided.decision === "hold") return { outcome: "quarantined", code: decided.code };
    if (decided.decision === "unchanged") return { outcome: "unchanged" };
    const line = lines.find(
      ({ packetId, lineNo }) => packetId === decided.line.packetId && lineNo === decided.line.lineNo,
    )!;
    const answer = answerOf(row.values, line.enrolmentId, decided.on);
    answered.push({ line, answer });
    lines = lines.map((each) => (each === line ? { ...line, state: answer.state, kpj: row.kpj } : each));
    return { outcome: "applied", recordId: line.enrolmentId };
  });
  if (answered.length > 0) await store(step, answered);
  return outcomes;
}

function answerOf(
  values: AcceptedRow["values"],
  enrolmentId: string,
  on: EnrolmentAnswer["on"],
): EnrolmentAnswer {
  return values.result === "accepted"
    ? { enrolmentId, on, state: "accepted", reason: null, kpj: values.kpj ?? null }
    : { enrolmentId, on, state: "rejected", reason: cleanReason(values.reason), kpj: null };
}

async function store(step: ImportStep, answered: readonly Answered[]): Promise<void> {
  const { batch } = step;
  const answers = answered.map(({ answer }) => answer);
  const places = answered.map(({ line: { packetId, lineNo }, answer: { state, reason } }) => ({
    packetId,
    lineNo,
    state,
    reason,
  }));
  const closed = await answerLines(step, places);
  await answerEnrolments(step, answers);
  await step.follow("people.forget-particulars", {
    enrolmentIds: answers.map(({ enrolmentId }) => enrolmentId),
  });
  const rejected = answered.filter(({ answer }) => answer.state === "rejected");
  const enrolmentIds = rejected.map(({ line }) => line.enrolmentId);
  await reverseObligations(step, { enrolmentIds, reason: reverseReason });
  const accepted = answered.flatMap(({ answer }) => (answer.state === "accepted" ? [answer] : []));
  await reverseBefore(step, { enrolments: accepted, reason: laterReason });
  const events = answered.map(({ line, answer: { state, on, reason } }) => ({
    ...line,
    answer: state,
    on,
    reason,
  }));
  await recordAnswers(step, batch.id, events);
  await followDeaths(step, rejected);
  await tell(step, rejected, closed);
  await step.audit({
    action: "enrolment.result",
    objectType: "import",
    objectId: batch.id,
    details: { accepted: answered.length - rejected.length, rejected: rejected.length, closed },
  });
}

/** Whom BPJS refuses as dead is reported as dead, and a person makes sure of it. */
async function followDeaths(step: ImportStep, rejected: readonly Answered[]): Promise<void> {
  const answers = rejected
    .filter(({ answer }) => readLifeNote(answer.reason ?? "", "") === "dead")
    .map(({ answer: { enrolmentId, on } }) => ({ enrolmentId, on }));
  if (answers.length > 0)
    await step.follow("incident-reports.from-bpjs", { batchId: step.batch.id, answers });
}

/** The village whose worker was rejected, and the manager whose packet has all its answers. */
async function tell(
  step: ImportStep,
  rejected: readonly Answered[],
  closed: readonly string[],
): Promise<void> {
  await notify(
    step,
    rejected.map(({ line, answer }) => ({
      role: "OPR",
      scope: line.villageCode,
      kind: "enrolment-rejected",
      payload: { personCode: line.personCode, packetCode: line.packetCode, reason: answer.reason },
    })),
  );
  await notify(
    step,
    closed.map((packetCode) => ({
      role: "MGR",
      scope: null,
      kind: "packet-answered",
      payload: { packetCode },
    })),
  );
}

/** Lines wait again, as if the answer had not come; the events stay and are taken back by new ones. */
async function undo(step: ImportStep): Promise<UndoOutcome> {
  const { tx, batch } = step;
  const told = await listAnswersOf(tx, batch.id);
  const toldOf = told.map(({ enrolmentId }) => enrolmentId);
  const lines = await lockLines(step, areaOfBranch(step), toldOf);
  const answered = lines.filter(({ state }) => state !== "waiting");
  const enrolmentIds = answered.map(({ enrolmentId }) => enrolmentId);
  const paid = await countPaidEnrolments(tx, enrolmentIds);
  if (paid > 0) return { outcome: "refused", reason: "payments-rest-on-it", count: paid };
  const closed = await countClosedRejections(tx, enrolmentIds);
  if (closed > 0) return { outcome: "refused", reason: "enrolments-follow-it", count: closed };
  await reopenLines(step, enrolmentIds);
  await forgetAnswers(step, enrolmentIds);
  for (const reason of [reverseReason, laterReason]) await restoreObligations(step, { enrolmentIds, reason });
  const taken = told.filter(({ enrolmentId }) => enrolmentIds.includes(enrolmentId));
  const eventIds = taken.map(({ eventId }) => eventId);
  await takeBack(step, { eventIds, evidence: { type: "import-batch", id: batch.id } });
  await step.audit({
    action: "enrolment.result-undone",
    objectType: "import",
    objectId: batch.id,
    details: { answers: eventIds.length },
  });
  return { outcome: "undone" };
}
