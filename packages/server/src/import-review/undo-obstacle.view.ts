import { sql } from "kysely";
import type { Tx } from "#database";

export type ListInTheWay = {
  readonly id: string;
  readonly code: string;
  readonly state: "proposed" | "approved";
  readonly version: number;
  readonly returnAskedAt: Date | null;
  readonly persons: number;
};
export type EnrolledInTheWay = {
  readonly state: "ready" | "in-packet" | "sent" | "accepted";
  readonly persons: number;
};
export type PersonInTheWay = { readonly id: string; readonly code: string; readonly fullName: string };

const ofBatch = (batchId: string) => sql`(select pr.person_id from app.person_records pr
  join app.source_records r on r.id = pr.record_id where r.batch_id = ${batchId})`;

/** Lists proposed or endorsed that speak of people of the batch. */
export async function listListsInTheWay(tx: Tx, batchId: string): Promise<readonly ListInTheWay[]> {
  const { rows } = await sql<ListInTheWay>`
    select e.id, e.code, e.state, e.version, e.return_asked_at, count(distinct i.person_id)::int as persons
    from app.endorsements e join app.endorsement_items i on i.endorsement_id = e.id
    where e.state in ('proposed', 'approved') and i.person_id in ${ofBatch(batchId)}
    group by e.id order by e.proposed_at desc`.execute(tx);
  return rows;
}

export async function listEnrolledInTheWay(tx: Tx, batchId: string): Promise<readonly EnrolledInTheWay[]> {
  const { rows } = await sql<EnrolledInTheWay>`
    select n.state, count(distinct n.person_id)::int as persons from app.enrolments n
    where n.person_id in ${ofBatch(batchId)} and n.state not in ('rejected', 'ended')
    group by n.state order by n.state`.execute(tx);
  return rows;
}

/** Some of those whom it is about, by name. */
export async function listPersonsInTheWay(
  tx: Tx,
  batchId: string,
  limit: number,
): Promise<readonly PersonInTheWay[]> {
  const { rows } = await sql<PersonInTheWay>`
    select p.id, p.code, p.full_name from app.persons p where p.id in ${ofBatch(batchId)} and (
      exists (select from app.endorsement_items i join app.endorsements e on e.id = i.endorsement_id
        where i.person_id = p.id and e.state in ('proposed', 'approved'))
      or exists (select from app.enrolments n where n.person_id = p.id and n.state not in ('rejected', 'ended')))
    order by p.full_name, p.id limit ${limit}`.execute(tx);
  return rows;
}
