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

export type PlacedQuestion = NewQuestion & { readonly villageCode: string; readonly kecamatanCode: string };

/** Asks what was not asked yet; answers how many. */
export async function insertQuestions(
  tx: Tx,
  of: { readonly regionCode: string; readonly kind: string },
  questions: readonly PlacedQuestion[],
): Promise<number> {
  const asked = await sql`
    insert into app.link_questions (region_code, id, village_code, kecamatan_code, person_id, record_id, other_person_id, kind,
      probability, weight, evidence, state, asked_at)
    select ${of.regionCode}, n.id, n."villageCode", n."kecamatanCode", n."personId", n."recordId", n."otherPersonId", ${of.kind},
      n.probability, n.weight, n.evidence, 'open', (select app.now())
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as n (id uuid, "villageCode" text, "kecamatanCode" text, "personId" uuid, "recordId" uuid, "otherPersonId" uuid,
        probability real, weight real, evidence jsonb)
    on conflict do nothing`.execute(tx);
  return Number(asked.numAffectedRows ?? 0);
}

/** Asks again what the machine itself had withdrawn; answered questions stand. */
export async function reopenQuestions(tx: Tx, questions: readonly NewQuestion[]): Promise<number> {
  const reopened = await sql`
    update app.link_questions q
    set state = 'open', probability = n.probability, weight = n.weight, evidence = n.evidence, version = q.version + 1,
      decided_at = null, decided_by = null, reason = null
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as n ("personId" uuid, "recordId" uuid, "otherPersonId" uuid, probability real, weight real, evidence jsonb)
    where q.person_id = n."personId" and q.record_id is not distinct from n."recordId"
      and q.other_person_id is not distinct from n."otherPersonId" and q.state = 'withdrawn'`.execute(tx);
  return Number(reopened.numAffectedRows ?? 0);
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

/** Withdraws those of these questions that are open. Returns the persons concerned. */
export async function withdrawOpenQuestions(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    update app.link_questions set state = 'withdrawn', version = version + 1
    where state = 'open' and id = any(${ids}::uuid[]) returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

/** Persons a data officer declared to be the same human being as an earlier one; the earlier one carries the links, unless it was merged. */
export async function listDuplicatePersons(tx: Tx): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    select person_id from app.link_questions
    where other_person_id is not null and state = 'same' and app.kept_person(other_person_id) = other_person_id`.execute(
    tx,
  );
  return result.rows.map((row) => row.personId);
}
