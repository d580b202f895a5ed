import { sql } from "kysely";
import type { Tx } from "#database";

/** Persons of the batch that an endorsement or an enrolment already rests on. */
export async function countPersonsInUse(tx: Tx, batchId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct pr.person_id)::int as n
    from app.person_rows pr join app.source_records r on r.id = pr.record_id
    where r.batch_id = ${batchId} and (
      exists (select from app.endorsement_items i join app.endorsements e on e.id = i.endorsement_id
              where i.person_id in (pr.person_id, app.kept_person(pr.person_id)) and e.state in ('proposed', 'approved'))
      or exists (select from app.enrolments n where n.person_id in (pr.person_id, app.kept_person(pr.person_id)) and n.state not in ('rejected', 'ended')))`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** How many pledges rest on civil servants of this batch. */
export async function countPledgesOn(tx: Tx, batchId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.pledges p join app.source_records r on r.id = p.civil_servant_id
    where r.batch_id = ${batchId} and p.state = 'active'`.execute(tx);
  return rows[0]!.n;
}
