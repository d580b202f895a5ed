import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
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

type Choice = {
  readonly area: Area;
  readonly state: "active" | "stopped" | null;
  readonly opd: string | null;
  readonly limit: number;
  readonly offset: number;
};

export async function listPledgeRows(tx: Tx, choice: Choice): Promise<readonly ListedPledge[]> {
  const { rows } = await sql<ListedPledge>`
    select g.id, g.code, g.opd, r.full_name as sponsor_name, g.state, g.cap_rupiah,
      g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, g.channel, g.signed_at,
      to_char(g.stop_month, 'YYYY-MM') as stop_month, g.version
    from app.pledges g left join app.source_records r on r.id = g.civil_servant_id
    where ${pledgesWithin(choice.area, "g")} and (${choice.state}::text is null or g.state = ${choice.state}) and (${choice.opd}::text is null or g.opd = ${choice.opd})
    order by g.state, g.opd, g.code limit ${choice.limit} offset ${choice.offset}`.execute(tx);
  return rows;
}
