import type { ServantFacts } from "@tuwai/domain/endings";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

export type SponsoringServant = ServantFacts & {
  readonly pledgeId: string;
  readonly pledgeCode: string;
  readonly version: number;
  readonly channel: "payroll" | "own-transfer";
  readonly sponsorName: string | null;
  readonly lastOwed: Month | null;
};

type Row = Omit<SponsoringServant, "listed"> & {
  readonly listedOn: CivilDate | null;
  readonly listedOffice: string | null;
  readonly retiresOn: CivilDate | null;
};

/**
 * Every sponsor in force, or the one of a pledge's code, with what the lists say: the newest row with the same employee number, and the
 * newest list that names the office. A row was named last by the list that it came in, or by a later one that repeats it; lists that were
 * taken back name nobody. Rows are joined once for all sponsors: no index on what JSON holds is used beneath row policies.
 */
export async function listSponsoringServants(
  tx: Tx,
  area: Area,
  pledgeCode: string | null = null,
): Promise<readonly SponsoringServant[]> {
  const { rows } = await sql<Row>`
    with chosen as materialized (
      select g.id, g.code, g.version, g.channel, g.opd, g.civil_servant_id, o.full_name, coalesce(o.attributes->>'nipIndex', o.id::text) as same
      from app.pledges g join app.source_records o on o.id = g.civil_servant_id
      where ${pledgesWithin(area, "g")} and g.state = 'active' and (${pledgeCode}::text is null or g.code = ${pledgeCode})),
    listed as materialized (
      select n.id, n.batch_id, n.attributes, coalesce(n.attributes->>'nipIndex', n.id::text) as same from app.source_records n
      where n.kind = 'civil-servants' and n.withdrawn_at is null),
    named as materialized (
      select c.id as pledge_id, n.id, n.batch_id, n.attributes from chosen c join listed n on n.same = c.same),
    repeated as (
      select l.record_id, max(l.listed_at) as at from app.servant_listings l join app.import_batches b on b.id = l.batch_id
      where b.undone_at is null and l.record_id in (select id from named) group by l.record_id),
    newest as (
      select distinct on (n.pledge_id) n.pledge_id, n.attributes, ${jakartaDay("greatest(coalesce(b.applied_at, b.uploaded_at), r.at)")} as on_day
      from named n left join app.import_batches b on b.id = n.batch_id left join repeated r on r.record_id = n.id
      order by n.pledge_id, 3 desc nulls last, n.id desc),
    offices as (
      select l.office, ${jakartaDay("max(l.listed_at)")} as on_day from app.office_listings l join app.import_batches b on b.id = l.batch_id
      where b.undone_at is null group by l.office),
    owed as (
      select s.pledge_id, max(w.month) as month from chosen c join app.sponsorships s on s.pledge_id = c.id
      join app.enrolments e on e.sponsorship_id = s.id join app.obligations w on w.enrolment_id = e.id
      where w.reversed_at is null group by s.pledge_id)
    select c.id as pledge_id, c.code as pledge_code, c.version, c.channel, c.opd as office, c.full_name as sponsor_name, n.on_day as listed_on,
      coalesce(n.attributes->>'office', n.attributes->>'opd', n.attributes->>'unit') as listed_office,
      n.attributes->>'retiresOn' as retires_on, f.on_day as office_listed_on, to_char(w.month, 'YYYY-MM') as last_owed,
      array(select a.finding || '|' || a.told_of from app.servant_answers a where a.pledge_id = c.id) as answered
    from chosen c left join newest n on n.pledge_id = c.id left join offices f on f.office = c.opd left join owed w on w.pledge_id = c.id
    order by c.opd, c.code`.execute(tx);
  return rows.map(({ listedOn, listedOffice, retiresOn, ...row }) => ({
    ...row,
    listed: listedOn === null ? null : { on: listedOn, office: listedOffice, retiresOn },
  }));
}

const jakartaDay = (moment: string) => sql`(${sql.raw(moment)} at time zone 'Asia/Jakarta')::date`;
