import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/**
 * Links, questions and what follows from them are written by one transaction of a city at a time: two that touched the same
 * persons in another order would each wait for the other, and one of them would lose its work.
 */
export async function lockLinks(tx: Tx): Promise<void> {
  await lockCity(tx, "links");
}

/** Live links of one registry kind, whole city: who has which record. */
export async function listLiveLinks(
  tx: Tx,
  kind: string,
): Promise<readonly { readonly personId: string; readonly recordId: string }[]> {
  const result = await sql<{ personId: string; recordId: string }>`
    select app.kept_person(person_id) as person_id, record_id from app.links where kind = ${kind} and ended_at is null`.execute(
    tx,
  );
  return result.rows;
}

export type NewLink = {
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
  readonly recordId: string;
  readonly probability: number;
  readonly evidence: object;
};

/**
 * Makes links of one kind unless person or record is taken meanwhile, or a person has judged the pair meanwhile.
 * Returns the persons linked.
 */
export async function insertAutomaticLinks(
  tx: Tx,
  of: { readonly regionCode: string; readonly kind: string },
  links: readonly NewLink[],
): Promise<readonly string[]> {
  if (links.length === 0) return [];
  const result = await sql<{ personId: string }>`
    insert into app.links (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, at)
    select ${of.regionCode}, n.id, n."villageCode", n."kecamatanCode", n."personId", n."recordId", ${of.kind}, n.probability,
      n.evidence, 'automatic', (select app.now())
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as n (id uuid, "villageCode" text, "kecamatanCode" text, "personId" uuid, "recordId" uuid, probability real, evidence jsonb)
    where not exists (
      select from app.link_questions q
      where q.person_id = n."personId" and q.record_id = n."recordId" and q.state in ('different', 'unsure'))
      and not exists (
        select from app.links l where l.person_id = n."personId" and l.record_id = n."recordId" and l.ended_by is not null)
    on conflict do nothing
    returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

/** Ends the automatic links of persons whose corrected data no longer support them; decided ones stand. */
export async function endUnsupportedLinks(
  tx: Tx,
  kind: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  const result = await sql<{ personId: string }>`
    update app.links set ended_at = (select app.now())
    where kind = ${kind} and person_id = any(${personIds}::uuid[]) and ended_at is null and origin = 'automatic'
    returning person_id`.execute(tx);
  return result.rows.map((row) => row.personId);
}

/** Ends these links; those that move go on to another record under a new id, with origin and decision kept. */
export async function endOrMoveLinks(
  tx: Tx,
  ids: readonly string[],
  moves: readonly { readonly id: string; readonly newId: string; readonly successor: string }[],
): Promise<void> {
  await sql`
    update app.links set ended_at = (select app.now()) where id = any(${ids}::uuid[]) and ended_at is null`.execute(
    tx,
  );
  await sql`
    insert into app.links
      (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, decided_by, at)
    select l.region_code, m."newId", l.village_code, l.kecamatan_code, l.person_id, m.successor, l.kind, l.probability,
      l.evidence, l.origin, l.decided_by, l.at
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, successor uuid, "newId" uuid)
    join app.links l on l.id = m.id
    on conflict do nothing`.execute(tx);
}

/** Links as a question asked, by a person's word; says whether nothing stood in the way. */
export async function insertDecidedLink(
  tx: Tx,
  link: {
    readonly id: string;
    readonly questionId: string;
    readonly actorId: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const result = await sql`
    insert into app.links
      (region_code, id, village_code, kecamatan_code, person_id, record_id, kind, probability, evidence, origin, decided_by, at)
    select q.region_code, ${link.id}, q.village_code, q.kecamatan_code, q.person_id, q.record_id, q.kind, q.probability, q.evidence,
      'decided', ${link.actorId}, ${link.at}
    from app.link_questions q where q.id = ${link.questionId}
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** Ends a live link by a person's word; says whether there was one. */
export async function markLinkEnded(
  tx: Tx,
  of: { readonly personId: string; readonly recordId: string },
  by: { readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const result = await sql`
    update app.links set ended_at = ${by.at}, ended_by = ${by.actorId}
    where person_id = ${of.personId} and record_id = ${of.recordId} and ended_at is null`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}
