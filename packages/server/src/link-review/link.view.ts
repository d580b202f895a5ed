import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { QuestionRow } from "./question-detail.view.ts";

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
