import { sql } from "kysely";
import type { Tx } from "#database";

export const questionStates = ["open", "same", "different", "unsure", "withdrawn"] as const;
export type QuestionState = (typeof questionStates)[number];

/** The pair that a question asks about; a record, or another person. */
export type AskedPair = {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly recordId: string | null;
};

/** Sets the answer if the question is still at this version; says whether it was. */
export async function updateQuestionState(
  tx: Tx,
  question: { readonly id: string; readonly version: number },
  to: {
    readonly state: QuestionState;
    readonly actorId: string;
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const isReopened = to.state === "open";
  const result = await sql`
    update app.link_questions
    set state = ${to.state}, version = version + 1, decided_at = ${isReopened ? null : to.at},
      decided_by = ${isReopened ? null : to.actorId}, reason = ${isReopened ? null : to.reason}
    where id = ${question.id} and version = ${question.version}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

const answeredElsewhere = "answered-elsewhere";

/** Open questions that an answer "same" settles by itself: other records for the person, other persons for the record. */
export async function withdrawSettledQuestions(tx: Tx, question: AskedPair, at: Date): Promise<void> {
  await sql`
    update app.link_questions set state = 'withdrawn', reason = ${answeredElsewhere}, decided_at = ${at}, version = version + 1
    where state = 'open' and id <> ${question.id} and record_id is not null and kind = ${question.kind}
      and (person_id = ${question.personId} or record_id = ${question.recordId})`.execute(tx);
}

/** Asks again what an answer that is now taken back had settled. */
export async function reopenSettledQuestions(tx: Tx, question: AskedPair): Promise<void> {
  await sql`
    update app.link_questions set state = 'open', reason = null, decided_at = null, version = version + 1
    where state = 'withdrawn' and reason = ${answeredElsewhere} and id <> ${question.id} and kind = ${question.kind}
      and (person_id = ${question.personId} or record_id = ${question.recordId})`.execute(tx);
}

/** The question an automatic link never needed, so that ending it can be answered differently later. */
export async function insertQuestionOfLink(tx: Tx, questionId: string, linkId: string): Promise<void> {
  await sql`
    insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, weight,
      evidence, state, asked_at)
    select region_code, ${questionId}, village_code, kecamatan_code, person_id, record_id, kind, probability, 0, evidence, 'open',
      (select app.now())
    from app.links where id = ${linkId}`.execute(tx);
}
