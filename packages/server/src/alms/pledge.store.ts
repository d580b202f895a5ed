import type { AlmsChannel, AlmsRhythm } from "@tuwai/domain/alms";
import { sql } from "kysely";
import type { Tx } from "#database";

export type PledgeRow = {
  readonly id: string;
  readonly code: string;
  readonly campaignId: string;
  readonly civilServantId: string | null;
  readonly channel: AlmsChannel;
  readonly rhythm: AlmsRhythm;
  readonly amountRupiah: number;
  readonly donorSealed: Buffer | null;
  readonly madeAt: Date;
  readonly stoppedAt: Date | null;
};

const columns =
  sql.raw(`p.id, p.code, p.campaign_id, p.civil_servant_id, p.channel, p.rhythm, p.amount_rupiah::float8 as amount_rupiah, p.donor_sealed,
  p.made_at, p.stopped_at`);

type NewPledge = Omit<PledgeRow, "stoppedAt"> & {
  readonly regionCode: string;
  readonly madeBy: string | null;
};

export async function insertPledge(tx: Tx, p: NewPledge): Promise<void> {
  await sql`
    insert into app.alms_pledges (region_code, id, code, campaign_id, civil_servant_id, channel, rhythm, amount_rupiah, donor_sealed, made_by, made_at)
    values (${p.regionCode}, ${p.id}, ${p.code}, ${p.campaignId}, ${p.civilServantId}, ${p.channel}, ${p.rhythm}, ${p.amountRupiah},
      ${p.donorSealed}, ${p.madeBy}, ${p.madeAt})`.execute(tx);
}

export async function findPledgeByCode(tx: Tx, code: string): Promise<PledgeRow | undefined> {
  const { rows } = await sql<PledgeRow>`
    select ${columns} from app.alms_pledges p where p.region_code = (select app.region()) and p.code = ${code}`.execute(
    tx,
  );
  return rows[0];
}

export async function listOwnPledges(tx: Tx, civilServantId: string): Promise<readonly PledgeRow[]> {
  const { rows } = await sql<PledgeRow>`
    select ${columns} from app.alms_pledges p where p.civil_servant_id = ${civilServantId}::uuid
    order by p.stopped_at desc nulls first, p.made_at desc, p.id`.execute(tx);
  return rows;
}

export async function markStopped(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update app.alms_pledges set stopped_at = ${at} where id = ${id} and stopped_at is null`.execute(
    tx,
  );
}

export type PledgeSum = {
  readonly channel: AlmsChannel;
  readonly rhythm: AlmsRhythm;
  readonly pledges: number;
  readonly rupiah: number;
};

/** What is meant to be given and was not stopped, without anybody's name. */
export async function sumPledges(tx: Tx, campaignId: string): Promise<readonly PledgeSum[]> {
  const { rows } = await sql<PledgeSum>`
    select p.channel, p.rhythm, count(*)::int as pledges, sum(p.amount_rupiah)::float8 as rupiah from app.alms_pledges p
    where p.campaign_id = ${campaignId} and p.stopped_at is null group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
