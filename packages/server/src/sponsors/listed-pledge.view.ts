import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";
import type { Channel } from "./pledge.store.ts";

export type ListedPledge = {
  readonly id: string;
  readonly code: string;
  readonly opd: string;
  readonly sponsorName: string | null;
  readonly state: "active" | "stopped";
  readonly capRupiah: number;
  readonly workerCount: number;
  readonly fromMonth: Month;
  readonly channel: Channel;
  readonly signedAt: Date;
  readonly stopMonth: Month | null;
  readonly version: number;
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
      g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, g.channel, g.signed_at,
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

/** Pledges in force of one office, added up; the office with most places first. */
export type OfficePledges = {
  readonly opd: string;
  readonly pledges: number;
  readonly places: number;
  readonly capRupiah: number;
};

/** Every office with a pledge of any state, each with its pledges in force among the chosen ones. */
export async function sumOfficeRows(tx: Tx, choice: PledgeChoice): Promise<readonly OfficePledges[]> {
  const { rows } = await sql<OfficePledges>`
    select g.opd, count(*) filter (where g.state = 'active')::int as pledges,
      coalesce(sum(g.worker_count) filter (where g.state = 'active'), 0)::int as places,
      coalesce(sum(g.cap_rupiah) filter (where g.state = 'active'), 0)::bigint as cap_rupiah
    from app.pledges g where ${chosen(choice)}
    group by g.opd order by places desc, g.opd`.execute(tx);
  return rows;
}
