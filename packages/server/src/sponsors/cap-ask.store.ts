import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

/** What a sponsor is asked: to allow so much a month, from a month on. Whole rupiah for all workers of the pledge. */
export type CapAsk = { readonly month: Month; readonly neededRupiah: number };

export type NewCapAsk = CapAsk & { readonly id: string; readonly pledgeId: string };

/** Answers the pledges that were asked now; one asked for as much before is left alone. */
export async function insertCapAsks(
  tx: Tx,
  by: { readonly regionCode: string; readonly askedBy: string; readonly at: Date },
  asks: readonly NewCapAsk[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ pledgeId: string }>`
    insert into app.cap_asks (region_code, id, pledge_id, month, needed_rupiah, asked_by, asked_at)
    select ${by.regionCode}, a."id", a."pledgeId", (a."month" || '-01')::date, a."neededRupiah", ${by.askedBy}, ${by.at}
    from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as a("id" uuid, "pledgeId" uuid, "month" text, "neededRupiah" bigint)
    on conflict do nothing returning pledge_id`.execute(tx);
  return rows.map(({ pledgeId }) => pledgeId);
}

/** By pledge in force the most it was asked to allow. */
export async function listAsked(tx: Tx, area: Area): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ pledgeId: string; rupiah: number }>`
    select a.pledge_id, max(a.needed_rupiah)::bigint as rupiah
    from app.cap_asks a join app.pledges g on g.id = a.pledge_id
    where ${pledgesWithin(area, "g")} and g.state = 'active' group by a.pledge_id`.execute(tx);
  return new Map(rows.map(({ pledgeId, rupiah }) => [pledgeId, rupiah]));
}

/** What the sponsor of a pledge is asked and has not allowed yet. */
export async function findOpenAsk(tx: Tx, area: Area): Promise<CapAsk | undefined> {
  const { rows } = await sql<CapAsk>`
    select to_char(a.month, 'YYYY-MM') as month, a.needed_rupiah
    from app.cap_asks a join app.pledges g on g.id = a.pledge_id
    where ${pledgesWithin(area, "g")} and g.state = 'active' and g.cap_rupiah < a.needed_rupiah
    order by a.needed_rupiah desc limit 1`.execute(tx);
  return rows[0];
}
