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

/** When a row was named last: by the list that it came in, or by a later one that repeats it; lists that were taken back name nobody. */
const namedOn = sql`(greatest((select coalesce(b.applied_at, b.uploaded_at) from app.import_batches b where b.id = n.batch_id),
  (select max(l.listed_at) from app.servant_listings l join app.import_batches b on b.id = l.batch_id
    where l.record_id = n.id and b.undone_at is null)) at time zone 'Asia/Jakarta')::date`;

/**
 * Every sponsor in force, or the one of a pledge's code, with what the lists say: the newest row with the same employee number, and the
 * newest list that names the office.
 */
export async function listSponsoringServants(
  tx: Tx,
  area: Area,
  pledgeCode: string | null = null,
): Promise<readonly SponsoringServant[]> {
  const { rows } = await sql<Row>`
    select g.id as pledge_id, g.code as pledge_code, g.version, g.channel, g.opd as office, o.full_name as sponsor_name,
      n.listed_on, n.office as listed_office, n.retires_on,
      (select (max(l.listed_at) at time zone 'Asia/Jakarta')::date from app.office_listings l join app.import_batches b on b.id = l.batch_id
        where l.region_code = g.region_code and l.office = g.opd and b.undone_at is null) as office_listed_on,
      (select to_char(max(w.month), 'YYYY-MM') from app.obligations w join app.enrolments e on e.id = w.enrolment_id
        join app.sponsorships s on s.id = e.sponsorship_id where s.pledge_id = g.id and w.reversed_at is null) as last_owed,
      array(select a.finding || '|' || a.told_of from app.servant_answers a where a.pledge_id = g.id) as answered
    from app.pledges g join app.source_records o on o.id = g.civil_servant_id
      left join lateral (
        select coalesce(n.attributes->>'office', n.attributes->>'opd', n.attributes->>'unit') as office,
          n.attributes->>'retiresOn' as retires_on, ${namedOn} as listed_on
        from (select id, batch_id, attributes from app.source_records
            where kind = 'civil-servants' and withdrawn_at is null and attributes->>'nipIndex' = o.attributes->>'nipIndex'
          union all select o.id, o.batch_id, o.attributes where o.withdrawn_at is null) n
        order by listed_on desc nulls last, n.id desc limit 1) n on true
    where ${pledgesWithin(area, "g")} and g.state = 'active' and (${pledgeCode}::text is null or g.code = ${pledgeCode})
    order by g.opd, g.code`.execute(tx);
  return rows.map(({ listedOn, listedOffice, retiresOn, ...row }) => ({
    ...row,
    listed: listedOn === null ? null : { on: listedOn, office: listedOffice, retiresOn },
  }));
}
