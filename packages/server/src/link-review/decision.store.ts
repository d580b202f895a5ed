import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { QuestionRow } from "./question-detail.store.ts";
import type { QuestionState } from "./question-list.store.ts";

type Who = { readonly actorId: string; readonly reason: string | null; readonly at: Date };

/** Sets the answer if the question is still at this version; says whether it was. */
export async function updateQuestionState(
  tx: Tx,
  question: { readonly id: string; readonly version: number },
  to: Who & { readonly state: QuestionState },
): Promise<boolean> {
  const isReopened = to.state === "open";
  const result = await sql`
    update app.link_questions
    set state = ${to.state}, version = version + 1, decided_at = ${isReopened ? null : to.at},
      decided_by = ${isReopened ? null : to.actorId}, reason = ${isReopened ? null : to.reason}
    where id = ${question.id} and version = ${question.version}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

export async function insertDecision(
  tx: Tx,
  decision: Who & {
    readonly regionCode: string;
    readonly id: string;
    readonly questionId: string;
    readonly verdict: "same" | "different" | "unsure" | "reopened";
  },
): Promise<void> {
  await sql`
    insert into app.link_decisions (region_code, id, question_id, verdict, reason, decided_by, at)
    values (${decision.regionCode}, ${decision.id}, ${decision.questionId}, ${decision.verdict}, ${decision.reason},
      ${decision.actorId}, ${decision.at})`.execute(tx);
}

/** Who or what stands in the way of this link: the person's or the record's live link. */
export async function listLinkObstacles(
  tx: Tx,
  question: QuestionRow,
): Promise<readonly ("person-has-link" | "record-has-link")[]> {
  const result = await sql<{ personId: string }>`
    select person_id from app.links
    where ended_at is null and (record_id = ${question.recordId} or (person_id = ${question.personId} and kind = ${question.kind}))`.execute(
    tx,
  );
  return result.rows.map((row) =>
    row.personId === question.personId ? "person-has-link" : "record-has-link",
  );
}

export async function insertDecidedLink(
  tx: Tx,
  link: { readonly id: string; readonly question: QuestionRow; readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const { question } = link;
  const result = await sql`
    insert into app.links
      (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, decided_by, at)
    select q.region_code, ${link.id}, p.village_code, p.kecamatan_code, q.person_id, q.record_id, q.kind, q.probability, q.evidence,
      'decided', ${link.actorId}, ${link.at}
    from app.link_questions q join app.persons p on p.id = q.person_id and p.withdrawn_at is null
    join app.source_records r on r.id = q.record_id and r.withdrawn_at is null
    where q.id = ${question.id}
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

export const answeredElsewhere = "answered-elsewhere";

/** Open questions that an answer "same" settles by itself: other records for the person, other persons for the record. */
export async function withdrawSettledQuestions(tx: Tx, question: QuestionRow, at: Date): Promise<void> {
  await sql`
    update app.link_questions set state = 'withdrawn', reason = ${answeredElsewhere}, decided_at = ${at}, version = version + 1
    where state = 'open' and id <> ${question.id} and record_id is not null and kind = ${question.kind}
      and (person_id = ${question.personId} or record_id = ${question.recordId})`.execute(tx);
}

/** Asks again what an answer that is now taken back had settled. */
export async function reopenSettledQuestions(tx: Tx, question: QuestionRow): Promise<void> {
  await sql`
    update app.link_questions set state = 'open', reason = null, decided_at = null, version = version + 1
    where state = 'withdrawn' and reason = ${answeredElsewhere} and id <> ${question.id} and kind = ${question.kind}
      and (person_id = ${question.personId} or record_id = ${question.recordId})`.execute(tx);
}

export type LinkRow = {
  readonly id: string;
  readonly personId: string;
  readonly recordId: string;
  readonly kind: string;
  readonly endedAt: Date | null;
  readonly questionId: string | null;
  readonly questionVersion: number | null;
};

export async function findLink(tx: Tx, area: Area, id: string): Promise<LinkRow | undefined> {
  const result = await sql<LinkRow>`
    select l.id, l.person_id, l.record_id, l.kind, l.ended_at, q.id as question_id, q.version as question_version
    from app.links l left join app.link_questions q on q.person_id = l.person_id and q.record_id = l.record_id
    where l.id = ${id} and ${placeWithin(area, "l")}`.execute(tx);
  return result.rows[0];
}

/** Ends a live link by a person's word; says whether there was one. */
export async function endLink(
  tx: Tx,
  of: { readonly personId: string; readonly recordId: string },
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update app.links set ended_at = ${by.at}, ended_by = ${by.actorId}
    where person_id = ${of.personId} and record_id = ${of.recordId} and ended_at is null`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
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
