import type { Chooser } from "@tuwai/domain/matching";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, pledgesWithin } from "#access";
import type { Tx } from "#database";
import type { Wishes } from "#matching";

export type Channel = "payroll" | "own-transfer";

export type Pledge = {
  readonly id: string;
  readonly code: string;
  readonly civilServantId: string;
  readonly opd: string;
  readonly state: "active" | "stopped";
  readonly consentId: string;
  readonly capRupiah: number;
  readonly workerCount: number;
  readonly fromMonth: Month;
  readonly channel: Channel;
  readonly chooses: Chooser;
  readonly signedAt: Date;
  readonly stopMonth: Month | null;
  readonly version: number;
};

const pledgeColumns = sql.raw(
  `g.id, g.code, g.civil_servant_id, g.opd, g.state, g.consent_id, g.cap_rupiah,
   g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, g.channel, g.chooses, g.signed_at,
   to_char(g.stop_month, 'YYYY-MM') as stop_month, g.version`,
);

/** The pledge in force, else the last one that was stopped. */
export async function findLatestPledge(tx: Tx, area: Area): Promise<Pledge | undefined> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} from app.pledges g where ${pledgesWithin(area, "g")}
    order by g.state, g.signed_at desc limit 1`.execute(tx);
  return rows[0];
}

export type EarlierPledge = Pick<Pledge, "code" | "workerCount" | "fromMonth" | "stopMonth">;

/** The stopped pledges of the same sponsor besides that one, the latest first. */
export async function listEarlierPledges(
  tx: Tx,
  area: Area,
  besides: string,
): Promise<readonly EarlierPledge[]> {
  const { rows } = await sql<EarlierPledge>`
    select g.code, g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, to_char(g.stop_month, 'YYYY-MM') as stop_month
    from app.pledges g where ${pledgesWithin(area, "g")} and g.id <> ${besides} and g.state = 'stopped'
    order by g.signed_at desc`.execute(tx);
  return rows;
}

export async function findPledgeByCode(tx: Tx, area: Area, code: string): Promise<Pledge | undefined> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} from app.pledges g where g.code = ${code} and ${pledgesWithin(area, "g")}`.execute(
    tx,
  );
  return rows[0];
}

export async function lockPledges(tx: Tx, area: Area, ids: readonly string[]): Promise<readonly Pledge[]> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} from app.pledges g where g.id = any(${ids}::uuid[]) and ${pledgesWithin(area, "g")} order by g.id for update`.execute(
    tx,
  );
  return rows;
}

export type NewPledge = {
  readonly regionCode: string;
  readonly id: string;
  readonly code: string;
  readonly civilServantId: string;
  readonly opd: string;
  readonly consentId: string;
  readonly capRupiah: number;
  readonly workerCount: number;
  readonly fromMonth: Month;
  readonly channel: Channel;
  readonly chooses: Chooser;
  readonly wishes: Wishes;
  readonly signedAt: Date;
};

/** False when this civil servant has an active pledge already. */
export async function insertPledge(tx: Tx, pledge: NewPledge): Promise<boolean> {
  const result = await sql`
    insert into app.pledges (region_code, id, code, civil_servant_id, opd, state, consent_id, cap_rupiah, worker_count, from_month,
      channel, chooses, signed_at)
    values (${pledge.regionCode}, ${pledge.id}, ${pledge.code}, ${pledge.civilServantId}, ${pledge.opd}, 'active',
      ${pledge.consentId}, ${pledge.capRupiah}, ${pledge.workerCount}, ${`${pledge.fromMonth}-01`}::date, ${pledge.channel},
      ${pledge.chooses}, ${pledge.signedAt})
    on conflict do nothing`.execute(tx);
  if (Number(result.numAffectedRows ?? 0) !== 1) return false;
  await sql`
    insert into app.pledge_wishes (region_code, pledge_id, wishes)
    values (${pledge.regionCode}, ${pledge.id}, ${JSON.stringify(pledge.wishes)}::jsonb)`.execute(tx);
  return true;
}

type Stop = {
  readonly at: Date;
  readonly month: Month;
  readonly reason: string;
};

/** Marks a locked pledge as stopped. */
export async function markStopped(tx: Tx, pledge: Pledge, stop: Stop): Promise<void> {
  await sql`
    update app.pledges set state = 'stopped', stopped_at = ${stop.at}, stop_month = ${`${stop.month}-01`}::date,
      stop_reason = ${stop.reason}, version = version + 1
    where id = ${pledge.id}`.execute(tx);
}

/** Lets a locked pledge allow more a month, under a new consent. */
export async function markCap(
  tx: Tx,
  pledge: Pledge,
  to: { readonly capRupiah: number; readonly consentId: string },
): Promise<void> {
  await sql`
    update app.pledges set cap_rupiah = ${to.capRupiah}, consent_id = ${to.consentId}, version = version + 1
    where id = ${pledge.id}`.execute(tx);
}

/** Says who accepts what is proposed to a locked pledge. */
export async function markChooser(tx: Tx, pledge: Pledge, chooses: Chooser): Promise<void> {
  await sql`update app.pledges set chooses = ${chooses}, version = version + 1 where id = ${pledge.id}`.execute(
    tx,
  );
}

type Move = { readonly office: string; readonly channel: Channel; readonly month: Month };

/** Keeps what held before of a locked pledge, and from which month on something else does. */
export async function insertMove(
  tx: Tx,
  pledge: Pledge,
  move: Move & { readonly id: string },
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.pledge_moves (region_code, id, pledge_id, from_month, office_before, office_after, channel_before, channel_after,
      made_by, made_at)
    values (${by.regionCode}, ${move.id}, ${pledge.id}, ${`${move.month}-01`}::date, ${pledge.opd}, ${move.office}, ${pledge.channel},
      ${move.channel}, ${by.actorId}, ${by.at})`.execute(tx);
}

/** A locked pledge is the new office's from now on; the payroll of a month goes by what held in it. */
export async function markMoved(tx: Tx, pledge: Pledge, { office, channel }: Move): Promise<void> {
  await sql`
    update app.pledges set opd = ${office}, channel = ${channel}, version = version + 1 where id = ${pledge.id}`.execute(
    tx,
  );
}
