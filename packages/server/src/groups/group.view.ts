import type { Segment } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "#enrolment";

export type GroupRow = {
  readonly key: string;
  readonly segment: Segment;
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  /** The village whose officers it holds; null for a group of the city. */
  readonly villageCode: string | null;
  /** Workers of whom no payer has ended. */
  readonly workers: number;
  readonly number: string | null;
  readonly agreement: string | null;
  readonly agreedFrom: CivilDate | null;
  readonly agreedUntil: CivilDate | null;
  /** 0 where nothing is noted yet. */
  readonly version: number;
};

/** Every group in which somebody is or was, and the villages that have named officers; the largest first. */
export async function listGroupRows(tx: Tx, regionCode: string): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    with used as (
      select app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as key, e.segment, e.fund_source, e.wadah,
        case when e.segment = 'pu-village' then e.village_code end as village_code,
        count(*) filter (where e.state not in ('rejected', 'ended'))::int as workers
      from app.enrolments e where e.region_code = ${regionCode} group by 1, 2, 3, 4, 5
      union all
      select 'pu-' || v.code, 'pu-village', 'apbdes', 'PU', v.code, 0 from app.villages_with_officers() v (code)
      where ${isDesa}),
    once as (
      select key, min(segment) as segment, min(fund_source) as fund_source, min(wadah) as wadah, min(village_code) as village_code,
        sum(workers)::int as workers from used group by key)
    select o.*, g.number, g.agreement, g.agreed_from, g.agreed_until, coalesce(g.version, 0) as version
    from once o left join app.groups g on g.region_code = ${regionCode} and g.key = o.key
    order by o.workers desc, o.key`.execute(tx);
  return rows;
}

/** A kelurahan is an office of the city, and its people no officers of a village; the last part of its code begins with 1. */
const isDesa = sql<boolean>`split_part(v.code, '.', 4) not like '1%'`;
