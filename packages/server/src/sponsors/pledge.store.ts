import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, isCivilServant, pledgesWithin } from "#access";
import type { Tx } from "#database";

export type Channel = "payroll" | "own-transfer";

/** Whom a sponsor would like to pay for. Codes only; `nothingElse` leaves the pledge free when no wish can be met. */
export type Wishes = {
  readonly nominatedCodes?: readonly string[];
  readonly villages?: readonly string[];
  readonly workGroups?: readonly string[];
  readonly nothingElse?: boolean;
};

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
  readonly signedAt: Date;
  readonly stopMonth: Month | null;
  readonly version: number;
};

const pledgeColumns = sql.raw(
  `g.id, g.code, g.civil_servant_id, g.opd, g.state, g.consent_id, g.cap_rupiah,
   g.worker_count, to_char(g.from_month, 'YYYY-MM') as from_month, g.channel, g.signed_at,
   to_char(g.stop_month, 'YYYY-MM') as stop_month, g.version`,
);

export type CivilServant = { readonly id: string; readonly office: string | null };

/** The civil servant whom the area is of; nobody for an area that is not one sponsor's own. */
export async function findCivilServant(tx: Tx, area: Area): Promise<CivilServant | undefined> {
  const { rows } = await sql<CivilServant>`
    select id, coalesce(attributes->>'office', attributes->>'opd', attributes->>'unit') as office from app.source_records
    where region_code = ${area.regionCode} and ${isCivilServant(area, sql`id`)} and kind = 'civil-servants'`.execute(
    tx,
  );
  return rows[0];
}

/** The pledge in force, else the last one that was stopped. */
export async function findLatestPledge(tx: Tx, area: Area): Promise<Pledge | undefined> {
  const { rows } = await sql<Pledge>`
    select ${pledgeColumns} from app.pledges g where ${pledgesWithin(area, "g")}
    order by g.state, g.signed_at desc limit 1`.execute(tx);
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
  readonly wishes: Wishes;
  readonly signedAt: Date;
};

/** False when this civil servant has an active pledge already. */
export async function insertPledge(tx: Tx, pledge: NewPledge): Promise<boolean> {
  const result = await sql`
    insert into app.pledges (region_code, id, code, civil_servant_id, opd, state, consent_id, cap_rupiah, worker_count, from_month,
      channel, signed_at)
    values (${pledge.regionCode}, ${pledge.id}, ${pledge.code}, ${pledge.civilServantId}, ${pledge.opd}, 'active',
      ${pledge.consentId}, ${pledge.capRupiah}, ${pledge.workerCount}, ${`${pledge.fromMonth}-01`}::date, ${pledge.channel},
      ${pledge.signedAt})
    on conflict do nothing`.execute(tx);
  if (Number(result.numAffectedRows ?? 0) !== 1) return false;
  await sql`
    insert into app.pledge_wishes (region_code, pledge_id, wishes)
    values (${pledge.regionCode}, ${pledge.id}, ${JSON.stringify(pledge.wishes)}::jsonb)`.execute(tx);
  return true;
}

type NewConsent = {
  readonly regionCode: string;
  readonly id: string;
  readonly civilServantId: string;
  readonly purpose: string;
  readonly textVersion: string;
  readonly givenAt: Date;
  readonly recordedBy: string;
};

/** Purpose and legal basis of what is done with the sponsor's data and money (UU 27/2022 art. 20(2)a: consent). */
export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await sql`
    insert into app.consents (region_code, id, subject_type, subject_id, purpose, legal_basis, text_version, given_at, recorded_by)
    values (${consent.regionCode}, ${consent.id}, 'civil-servant', ${consent.civilServantId}, ${consent.purpose}, 'consent',
      ${consent.textVersion}, ${consent.givenAt}, ${consent.recordedBy})`.execute(tx);
}

type Stop = {
  readonly at: Date;
  readonly month: Month;
  readonly reason: string;
};

export async function stopPledgeRow(tx: Tx, pledge: Pledge, stop: Stop): Promise<boolean> {
  const result = await sql`
    update app.pledges set state = 'stopped', stopped_at = ${stop.at}, stop_month = ${`${stop.month}-01`}::date,
      stop_reason = ${stop.reason}, version = version + 1
    where id = ${pledge.id} and version = ${pledge.version} and state = 'active'`.execute(tx);
  await sql`update app.consents set withdrawn_at = ${stop.at} where id = ${pledge.consentId}`.execute(tx);
  return Number(result.numAffectedRows ?? 0) === 1;
}

/** The last month that is owed under this pledge; null when nothing was ever sent. */
export async function findLastOwedMonth(tx: Tx, pledgeId: string): Promise<Month | null> {
  const { rows } = await sql<{ month: Month | null }>`
    select to_char(max(o.month), 'YYYY-MM') as month from app.obligations o join app.enrolments e on e.id = o.enrolment_id
      join app.sponsorships s on s.id = e.sponsorship_id
    where s.pledge_id = ${pledgeId} and o.reversed_at is null`.execute(tx);
  return rows[0]?.month ?? null;
}

export type FreedWorker = {
  readonly personId: string;
  readonly personCode: string;
  readonly villageCode: string;
};

/** Ends what hangs on the pledge: proposals and sponsorships, and their open enrolments from `month` on. */
export async function endSponsorships(tx: Tx, pledgeId: string, stop: Stop): Promise<readonly FreedWorker[]> {
  const month = `${stop.month}-01`;
  await sql`
    update app.enrolments set state = 'ended', version = version + 1,
      until_month = case when state in ('sent', 'accepted') then greatest(${month}::date, from_month) else from_month end
    where state not in ('ended', 'rejected') and sponsorship_id in (select id from app.sponsorships where pledge_id = ${pledgeId})`.execute(
    tx,
  );
  const { rows } = await sql<FreedWorker>`
    select s.person_id, p.code as person_code, s.village_code
    from app.sponsorships s join app.persons p on p.id = s.person_id
    where s.pledge_id = ${pledgeId} and s.state = 'accepted'`.execute(tx);
  await sql`
    update app.sponsorships set state = 'ended', ended_at = ${stop.at}, end_reason = 'sponsor-stopped', version = version + 1
    where pledge_id = ${pledgeId} and state in ('proposed', 'accepted')`.execute(tx);
  return rows;
}
