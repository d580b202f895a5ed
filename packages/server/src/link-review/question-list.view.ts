import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";
import type { QuestionKind, QuestionState } from "#linking";

export type QuestionFilter = {
  readonly area: Area;
  readonly kind?: QuestionKind | undefined;
  readonly villageCode?: string | undefined;
  readonly state?: QuestionState | undefined;
};

export type QuestionListRow = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly state: QuestionState;
  readonly version: number;
  readonly probability: number;
  readonly askedAt: Date;
  readonly personId: string;
  readonly personCode: string;
  readonly personName: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly otherPersonId: string | null;
  readonly otherCode: string | null;
  readonly otherName: string;
};

/** A page of questions, those the machine is least sure about first. */
export async function listQuestionRows(
  tx: Tx,
  filter: QuestionFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly QuestionListRow[]> {
  const result = await sql<QuestionListRow>`
    select q.id, q.kind, q.state, q.version, q.probability, q.asked_at, p.id as person_id, p.code as person_code,
      p.full_name as person_name, p.village_code, g.name as village_name, q.other_person_id, o.code as other_code,
      coalesce(r.full_name, o.full_name) as other_name
    from app.link_questions q
    join app.persons p on p.id = q.person_id
    join app.regions g on g.code = p.village_code
    left join app.persons o on o.id = q.other_person_id
    left join app.source_records r on r.id = q.record_id
    where ${matches(filter)}
    order by abs(q.probability - 0.5), q.id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return result.rows;
}

export async function countQuestions(tx: Tx, filter: QuestionFilter): Promise<number> {
  const result = await sql<{ n: number }>`
    select count(*)::int as n from app.link_questions q where ${matches(filter)}`.execute(tx);
  return result.rows[0]!.n;
}

function matches(filter: QuestionFilter) {
  return sql`${placeWithin(filter.area, "q")} and (${filter.kind ?? null}::text is null or q.kind = ${filter.kind ?? null})
    and (${filter.villageCode ?? null}::text is null or q.village_code = ${filter.villageCode ?? null})
    and (${filter.state ?? null}::text is null or q.state = ${filter.state ?? null})`;
}
