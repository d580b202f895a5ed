import type { Chooser } from "@tuwai/domain/matching";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, isCivilServant, pledgesWithin } from "#access";
import type { Tx } from "#database";

/** A worker proposed to a sponsor who chooses himself. */
export type OwnProposal = {
  readonly id: string;
  readonly version: number;
  readonly pledgeId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly villageName: string | null;
  readonly occupationGroup: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly proposedOn: CivilDate;
  readonly chooses: Chooser;
};

/** What waits for this civil servant's answer, the oldest first; the city looks, as a sponsor's login reaches no worker before. */
export async function listOwnProposals(
  tx: Tx,
  area: Area,
  civilServantId: string,
): Promise<readonly OwnProposal[]> {
  const { rows } = await sql<OwnProposal>`
    select s.id, s.version, g.id as pledge_id, p.id as person_id, p.code, p.full_name, p.village_code, v.name as village_name,
      p.occupation_group, s.reasons, (s.proposed_at at time zone 'Asia/Jakarta')::date as proposed_on, g.chooses
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id join app.persons p on p.id = s.person_id
      left join app.regions v on v.region_code = s.region_code and v.code = p.village_code
    where ${pledgesWithin(area, "g")} and g.civil_servant_id = ${civilServantId}::uuid and g.state = 'active' and g.chooses = 'sponsor'
      and s.state = 'proposed' order by s.proposed_at, s.id`.execute(tx);
  return rows;
}

/** How many of them wait; through the sponsor's own login. */
export async function countOwnProposals(tx: Tx, area: Area): Promise<number> {
  if (area.civilServantId === null) return 0;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where g.region_code = ${area.regionCode} and ${isCivilServant(area, sql`g.civil_servant_id`)} and g.state = 'active'
      and g.chooses = 'sponsor' and s.state = 'proposed'`.execute(tx);
  return rows[0]!.n;
}

/** How often another worker was asked for under this pledge, for one of these reasons. */
export async function countAsked(tx: Tx, pledgeId: string, reasons: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s
    where s.pledge_id = ${pledgeId} and s.state = 'declined' and s.end_reason = any(${reasons}::text[])`.execute(
    tx,
  );
  return rows[0]!.n;
}
