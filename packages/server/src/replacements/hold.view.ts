import { type HoldAct, type HoldFacts, type HoldNow, holdNow } from "@tuwai/domain/endings";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

export type Hold = HoldFacts & {
  readonly id: string;
  readonly sponsorshipId: string;
  readonly pledgeId: string;
  readonly pledgeCode: string;
  readonly civilServantId: string;
  readonly sponsorName: string | null;
  readonly opd: string;
  readonly personId: string;
  readonly reason: string;
  readonly now: HoldNow;
};

type Row = Omit<Hold, "acts" | "now"> & {
  readonly acts: readonly (HoldAct & { readonly undone: boolean })[];
};

/**
 * The holds of a year, the one that ends first first, each as it is today. A worker's is filled once somebody pays, is proposed to, or
 * the worker has left; of a pledge so many places are held as are free.
 */
export async function listHolds(tx: Tx, area: Area, today: CivilDate): Promise<readonly Hold[]> {
  const { rows } = await sql<Row>`
    select h.id, h.sponsorship_id, h.pledge_id, g.code as pledge_code, g.civil_servant_id, r.full_name as sponsor_name, g.opd, h.side,
      h.until_day as until, s.person_id, s.end_reason as reason,
      case when h.side = 'worker' then (select c.safe_rescue_day from app.cover_states c where c.person_id = s.person_id) end as safe_rescue_day,
      case h.side when 'worker' then
        exists (select from app.sponsorships o where o.person_id = s.person_id and o.state in ('proposed', 'accepted'))
          or exists (select from app.enrolments e where e.person_id = s.person_id and e.state not in ('rejected', 'ended'))
          or exists (select from app.persons p where p.id = s.person_id and num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) > 0)
        else g.state <> 'active' or row_number() over (partition by h.pledge_id, h.side order by h.made_at desc, h.id) > g.worker_count
          - (select count(*) from app.sponsorships o where o.pledge_id = g.id and o.state in ('proposed', 'accepted')) end as is_filled,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'until', a.until_day, 'isPastSafeDay', a.is_past_safe_day)
          order by a.acted_at, a.id) from app.hold_acts a where a.hold_id = h.id and a.undone_at is null), '[]') as acts
    from app.replacement_holds h join app.sponsorships s on s.id = h.sponsorship_id join app.pledges g on g.id = h.pledge_id
      left join app.source_records r on r.id = g.civil_servant_id
    where ${pledgesWithin(area, "g")} and h.made_at > (select app.now()) - interval '1 year'
    order by h.until_day, h.id`.execute(tx);
  return rows.map((row) => ({ ...row, now: holdNow(row, today) }));
}

/** Until when a place of the sponsor's own pledge is held; through the sponsor's own login, which sees nothing of the worker. */
export async function listOwnHolds(tx: Tx, area: Area, today: CivilDate): Promise<readonly HoldNow[]> {
  const { rows } = await sql<HoldFacts>`
    select h.side, h.until_day as until, null as safe_rescue_day, g.state <> 'active' or g.worker_count
        <= (select count(*) from app.sponsorships o where o.pledge_id = g.id and o.state in ('proposed', 'accepted')) as is_filled,
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'until', a.until_day, 'isPastSafeDay', a.is_past_safe_day)
          order by a.acted_at, a.id) from app.hold_acts a where a.hold_id = h.id and a.undone_at is null), '[]') as acts
    from app.replacement_holds h join app.pledges g on g.id = h.pledge_id
    where ${pledgesWithin(area, "g")} and h.side = 'sponsor' and h.made_at > (select app.now()) - interval '1 year'`.execute(
    tx,
  );
  return rows.map((row) => holdNow(row, today));
}
