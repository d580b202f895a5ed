import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { Pledge } from "./pledge.store.ts";

export type ListedPledge = Omit<Pledge, "civilServantId" | "consentId"> & {
  readonly sponsorName: string | null;
};

export type PledgeChoice = {
  readonly area: Area;
  readonly state: "active" | "stopped" | null;
  readonly opd: string | null;
};

const chosen = ({ area, state, opd }: PledgeChoice) => sql<boolean>`
  ${pledgesWithin(area, "g")} and (${state}::text is null or g.state = ${state}) and (${opd}::text is null or g.opd = ${opd})`;

export async function listPledgeRows(
  tx: Tx,
  choice: PledgeChoice,
  part: PageSize,
): Promise<readonly ListedPledge[]> {
  const { rows } = await sql<ListedPledge>`
    select g.id, g.code, g.opd, r.full_name as sponsor_name, g.state, g.cap_rupiah,
      g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, g.channel, g.chooses, g.signed_at,
      to_char(g.stop_month, 'YYYY-MM') as stop_month, g.version
    from app.pledges g left join app.source_records r on r.id = g.civil_servant_id
    where ${chosen(choice)}
    order by g.state, g.opd, g.code limit ${part.limit} offset ${part.offset}`.execute(tx);
  return rows;
}

export async function countPledgeRows(tx: Tx, choice: PledgeChoice): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.pledges g where ${chosen(choice)}`.execute(tx);
  return rows[0]!.n;
}

/** Pledges of one office, added up. */
export type OfficePledges = {
  readonly opd: string;
  /** In force or stopped; what follows counts those in force. */
  readonly signed: number;
  readonly pledges: number;
  readonly places: number;
  readonly capRupiah: number;
};

/** Every office with a chosen pledge, the one with most places in force first. */
export async function sumOfficeRows(tx: Tx, choice: PledgeChoice): Promise<readonly OfficePledges[]> {
  const { rows } = await sql<OfficePledges>`
    select g.opd, count(*)::int as signed, count(*) filter (where g.state = 'active')::int as pledges,
      coalesce(sum(g.worker_count) filter (where g.state = 'active'), 0)::int as places,
      coalesce(sum(g.cap_rupiah) filter (where g.state = 'active'), 0)::bigint as cap_rupiah
    from app.pledges g where ${chosen(choice)}
    group by g.opd order by places desc, g.opd`.execute(tx);
  return rows;
}
