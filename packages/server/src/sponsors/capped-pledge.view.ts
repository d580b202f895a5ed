import type { CappedMandates } from "@tuwai/domain/tariff";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";

/** A pledge in force as the price meets it. */
export type CappedPledge = Omit<CappedMandates, "mandates"> & {
  readonly id: string;
  readonly code: string;
  readonly civilServantId: string;
  readonly fromMonth: Month;
};

type Row = Omit<CappedPledge, "workers"> & { readonly workerCount: number; readonly transport: number };

/**
 * Every pledge in force. Whoever may not see sponsors with their workers has all places counted as other than transport, whose
 * price rises first: no pledge is then told to suffice that does not.
 */
export async function listCappedPledges(
  tx: Tx,
  area: Area,
  { seesWorkers }: { readonly seesWorkers: boolean },
): Promise<readonly CappedPledge[]> {
  const transport = seesWorkers
    ? sql`(select count(distinct s.id)::int from app.sponsorships s join app.enrolments e on e.sponsorship_id = s.id
        where s.pledge_id = g.id and s.state = 'accepted' and e.sector = 'transport' and e.state not in ('rejected', 'ended'))`
    : sql`0`;
  const { rows } = await sql<Row>`
    select g.id, g.code, g.civil_servant_id, g.opd as office, g.cap_rupiah, g.worker_count,
      to_char(g.from_month, 'YYYY-MM') as from_month, ${transport} as transport
    from app.pledges g where ${pledgesWithin(area, "g")} and g.state = 'active' order by g.id`.execute(tx);
  return rows.map(({ workerCount, transport: drivers, ...pledge }) => {
    const known = Math.min(drivers, workerCount);
    return { ...pledge, workers: { other: workerCount - known, transport: known } };
  });
}
