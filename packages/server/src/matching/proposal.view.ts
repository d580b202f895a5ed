import type { Chooser } from "@tuwai/domain/matching";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

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
  readonly proposedOn: CivilDate;
  readonly chooses: Chooser;
};

const proposedOn = sql<CivilDate>`(s.proposed_at at time zone 'Asia/Jakarta')::date`;

export async function listProposalRows(
  tx: Tx,
  area: Area,
  page: PageSize,
): Promise<readonly ListedProposal[]> {
  const { rows } = await sql<ListedProposal>`
    select s.id, s.version, g.code as pledge_code, g.opd, r.full_name as sponsor_name, p.id as person_id, p.code,
      p.full_name, p.village_code, p.occupation_group, s.reasons,
      s.proposed_at, ${proposedOn} as proposed_on, g.chooses
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id join app.persons p on p.id = s.person_id
      left join app.source_records r on r.id = g.civil_servant_id
    where ${pledgesWithin(area, "g")} and s.state = 'proposed' order by s.proposed_at, s.id limit ${page.limit} offset ${page.offset}`.execute(
    tx,
  );
  return rows;
}

export async function countProposals(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where ${pledgesWithin(area, "g")} and s.state = 'proposed'`.execute(tx);
  return rows[0]!.n;
}

export type Sponsorship = {
  readonly id: string;
  readonly pledgeId: string;
  readonly personId: string;
  readonly state: "proposed" | "accepted" | "declined" | "ended";
  readonly isPledgeActive: boolean;
  readonly pledgeFrom: Month;
  readonly chooses: Chooser;
  readonly proposedOn: CivilDate;
  readonly version: number;
};

/** These sponsorships with their pledge, locked until the decision is made. */
export async function lockSponsorships(
  tx: Tx,
  area: Area,
  ids: readonly string[],
): Promise<readonly Sponsorship[]> {
  const { rows } = await sql<Sponsorship>`
    select s.id, s.pledge_id, s.person_id, s.state, g.state = 'active' as is_pledge_active,
      to_char(g.from_month, 'YYYY-MM') as pledge_from, g.chooses, ${proposedOn} as proposed_on, s.version
    from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where s.id = any(${ids}::uuid[]) and ${pledgesWithin(area, "g")} order by s.id for update of s`.execute(
    tx,
  );
  return rows;
}

/** Proposals that the manager decides: of pledges that leave it to him, and of sponsors who had their days to answer. */
export async function countManagersProposals(tx: Tx, area: Area, answersSince: CivilDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where ${pledgesWithin(area, "g")} and s.state = 'proposed' and (g.chooses = 'manager' or ${proposedOn} < ${answersSince})`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** Pairs that go on: whoever is together stays so, whatever is proposed. */
export async function countPairs(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where ${pledgesWithin(area, "g")} and s.state = 'accepted'`.execute(tx);
  return rows[0]!.n;
}
