import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { Wishes } from "#sponsors";

/** A pledge with places left, and who may not be proposed to it. */
export type OpenPledge = {
  readonly id: string;
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
    select g.id, g.opd, coalesce(r.village_code, r.kecamatan_code) as place, g.worker_count - t.n as free_places,
      floor(g.cap_rupiah * (g.worker_count - t.n) / g.worker_count)::bigint as cap_rupiah,
      to_char(g.from_month, 'YYYY-MM') as from_month,
      coalesce((select w.wishes from app.pledge_wishes w where w.pledge_id = g.id), '{}') as wishes,
      array(select s.person_id::text from app.sponsorships s join app.pledges o on o.id = s.pledge_id
        where s.state = 'declined' and o.civil_servant_id = g.civil_servant_id) as declined_person_ids,
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

export type NewProposal = {
  readonly id: string;
  readonly pledgeId: string;
  readonly personId: string;
  readonly reasons: readonly object[];
};

export async function insertProposals(tx: Tx, at: Date, proposals: readonly NewProposal[]): Promise<void> {
  await sql`
    insert into app.sponsorships (region_code, id, pledge_id, village_code, kecamatan_code, person_id, state, reasons, proposed_at)
    select p.region_code, n."id", n."pledgeId", p.village_code, p.kecamatan_code, p.id, 'proposed', n."reasons", ${at}
    from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as n("id" uuid, "pledgeId" uuid, "personId" uuid, "reasons" jsonb)
    join app.persons p on p.id = n."personId"`.execute(tx);
}

export type Sponsorship = {
  readonly id: string;
  readonly pledgeId: string;
  readonly personId: string;
  readonly state: "proposed" | "accepted" | "declined" | "ended";
  readonly isPledgeActive: boolean;
  readonly pledgeFrom: Month;
  readonly version: number;
};

export async function lockSponsorships(
  tx: Tx,
  area: Area,
  ids: readonly string[],
): Promise<readonly Sponsorship[]> {
  const { rows } = await sql<Sponsorship>`
    select s.id, s.pledge_id, s.person_id, s.state, g.state = 'active' as is_pledge_active,
      to_char(g.from_month, 'YYYY-MM') as pledge_from, s.version
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where s.id = any(${ids}::uuid[]) and ${pledgesWithin(area, "g")} order by s.id for update`.execute(tx);
  return rows;
}

type Decision = {
  readonly state: "accepted" | "declined";
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
};

export async function decideSponsorships(tx: Tx, ids: readonly string[], decision: Decision): Promise<void> {
  await sql`
    update app.sponsorships set state = ${decision.state}, decided_at = ${decision.at}, decided_by = ${decision.by},
      end_reason = ${decision.reason ?? null}, version = version + 1
    where id = any(${ids}::uuid[]) and state = 'proposed'`.execute(tx);
}

export type ListedProposal = {
  readonly id: string;
  readonly version: number;
  readonly pledgeCode: string;
  readonly opd: string;
  readonly sponsorName: string | null;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly occupationGroup: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly proposedAt: Date;
};

export async function listProposalRows(
  tx: Tx,
  area: Area,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`
    select s.id, s.version, g.code as pledge_code, g.opd, r.full_name as sponsor_name, p.id as person_id, p.code,
      p.full_name, p.village_code, p.occupation_group, s.reasons,
      s.proposed_at
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id join app.persons p on p.id = s.person_id
      left join app.source_records r on r.id = g.civil_servant_id
    where ${pledgesWithin(area, "g")} and s.state = 'proposed' order by s.proposed_at, s.id limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  );
  return rows;
}

export async function countPlaces(tx: Tx, area: Area): Promise<number> {
  const open = await listOpenPledges(tx, area);
  return open.reduce((total, { freePlaces }) => total + freePlaces, 0);
}
