import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { Wishes } from "./wishes.ts";

/** A pledge with places left, and who may not be proposed to it. */
export type OpenPledge = {
  readonly id: string;
  readonly code: string;
  readonly civilServantId: string;
  readonly sponsorName: string | null;
  readonly opd: string;
  /** Where the civil server's list places the sponsor; null when it does not say. */
  readonly place: string | null;
  readonly freePlaces: number;
  readonly capRupiah: number;
  readonly fromMonth: Month;
  readonly wishes: Wishes;
  readonly declinedPersonIds: readonly string[];
  /** Same family card as the sponsor. */
  readonly familyPersonIds: readonly string[];
};

export async function listOpenPledges(tx: Tx, area: Area): Promise<readonly OpenPledge[]> {
  const { rows } = await sql<OpenPledge>`
    select g.id, g.code, r.full_name as sponsor_name, g.civil_servant_id, g.opd, coalesce(r.village_code, r.kecamatan_code) as place, g.worker_count - t.n as free_places,
      floor(g.cap_rupiah * (g.worker_count - t.n) / g.worker_count)::bigint as cap_rupiah,
      to_char(g.from_month, 'YYYY-MM') as from_month,
      coalesce((select w.wishes from app.pledge_wishes w where w.pledge_id = g.id), '{}') as wishes,
      array(select s.person_id::text from app.sponsorships s join app.pledges o on o.id = s.pledge_id
        where (s.state = 'declined' or s.end_reason = 'exchange') and o.civil_servant_id = g.civil_servant_id) as declined_person_ids,
      array(select p.id::text from app.persons p
        where p.family_card_index = r.family_card_index and p.withdrawn_at is null and ${personsWithin(area, "p")}) as family_person_ids
    from app.pledges g left join app.source_records r on r.id = g.civil_servant_id
      cross join lateral (select count(*)::int as n from app.sponsorships s
        where s.pledge_id = g.id and s.state in ('proposed', 'accepted')) t
    where ${pledgesWithin(area, "g")} and g.state = 'active' and t.n < g.worker_count order by g.id`.execute(
    tx,
  );
  return rows;
}

/** Ids of the persons with these codes. */
export async function listPersonIds(
  tx: Tx,
  area: Area,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select p.code, p.id from app.persons p where ${personsWithin(area, "p")} and p.code = any(${codes}::text[]) and p.withdrawn_at is null`.execute(
    tx,
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Places that anybody may have now: those that are held for a replacement are not among them. */
export async function countPlaces(
  tx: Tx,
  area: Area,
  held: ReadonlyMap<string, number> = new Map(),
): Promise<number> {
  const open = await listOpenPledges(tx, area);
  return open.reduce((total, { id, freePlaces }) => total + Math.max(0, freePlaces - (held.get(id) ?? 0)), 0);
}
