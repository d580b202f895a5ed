import { sql } from "kysely";
import type { Tx } from "#database";

export type NewQuestion = {
  readonly id: string;
  readonly personId: string;
  readonly recordId: string | null;
  readonly otherPersonId: string | null;
  readonly probability: number;
  readonly weight: number;
  readonly evidence: object;
};

/** Asks what was not asked yet, and asks again what the machine itself had withdrawn. Answered questions stand. */
export async function askQuestions(tx: Tx, kind: string, questions: readonly NewQuestion[]): Promise<number> {
  if (questions.length === 0) return 0;
  const asked = await sql`
    insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, other_person_id, kind,
      probability, weight, evidence, state, asked_at)
    select p.region_code, n.id, p.village_code, p.kecamatan_code, p.id, n."recordId", n."otherPersonId", ${kind},
      n.probability, n.weight, n.evidence, 'open', (select app.now())
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as n (id uuid, "personId" uuid, "recordId" uuid, "otherPersonId" uuid, probability real, weight real, evidence jsonb)
    join app.persons p on p.id = n."personId" and p.withdrawn_at is null
    on conflict do nothing`.execute(tx);
  const reopened = await sql`
    update app.link_questions q
    set state = 'open', probability = n.probability, weight = n.weight, evidence = n.evidence, version = q.version + 1,
      decided_at = null, decided_by = null, reason = null
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as n ("personId" uuid, "recordId" uuid, "otherPersonId" uuid, probability real, weight real, evidence jsonb)
    where q.person_id = n."personId" and q.record_id is not distinct from n."recordId"
      and q.other_person_id is not distinct from n."otherPersonId" and q.state = 'withdrawn'`.execute(tx);
  return Number(asked.numAffectedRows ?? 0) + Number(reopened.numAffectedRows ?? 0);
}

/** Withdraws the machine's own open questions about these persons that no longer stand. */
export async function withdrawQuestions(
  tx: Tx,
  kind: string,
  of: { readonly personIds: readonly string[]; readonly keep: readonly NewQuestion[] },
): Promise<void> {
  await sql`
    update app.link_questions q set state = 'withdrawn', version = version + 1
    where q.kind = ${kind} and q.state = 'open' and (q.person_id = any(${of.personIds}::uuid[]) or q.other_person_id = any(${of.personIds}::uuid[]))
      and not q.evidence @> '[{"comparison": "registry"}]'
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(of.keep)}::jsonb)
          as k ("personId" uuid, "recordId" uuid, "otherPersonId" uuid)
        where k."personId" = q.person_id and q.record_id is not distinct from k."recordId"
          and q.other_person_id is not distinct from k."otherPersonId")`.execute(tx);
}

/** Questions about a record or a person that is no longer there are nobody's work. Returns the persons concerned. */
export async function withdrawOrphanedQuestions(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    update app.link_questions q set state = 'withdrawn', version = version + 1
    where q.state = 'open' and q.id in (
      select o.id from app.link_questions o
      join app.persons p on p.id = o.person_id
      left join app.persons other on other.id = o.other_person_id
      left join app.source_records r on r.id = o.record_id
      where o.state = 'open' and (p.withdrawn_at is not null or other.withdrawn_at is not null or r.withdrawn_at is not null))
    returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

export type SameNik = { readonly personId: string; readonly otherPersonId: string };

/** Pairs of living persons that carry one NIK, the later-born row first. */
export async function listSameNikPairs(tx: Tx, personIds: readonly string[]): Promise<readonly SameNik[]> {
  const result = await sql<SameNik>`
    select distinct greatest(a.id, b.id) as person_id, least(a.id, b.id) as other_person_id
    from app.persons a
    join app.persons b on b.region_code = a.region_code and b.nik_index = a.nik_index and b.id <> a.id and b.withdrawn_at is null
    where a.id = any(${personIds}::uuid[]) and a.withdrawn_at is null`.execute(tx);
  return result.rows;
}
