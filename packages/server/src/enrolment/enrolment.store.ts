import type { ReportedWage, Sector, Segment, WadahCode } from "@tuwai/domain/contributions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import { lockCity, type Tx } from "#database";

/** Decisions of a city about who pays for whom stand in line, so that two of them can never choose the same worker. */
export async function lockPayers(tx: Tx): Promise<void> {
  await lockCity(tx, "one-payer");
}

/** The code of a group of workers without a wage; `PU` for the officers of a village, whose group is the village. */
export type Wadah = WadahCode | "PU";

export type NewEnrolment = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly sector: Sector;
  readonly programme: string;
  readonly segment: Segment;
  /** Of a village officer; empty for everybody else. */
  readonly wages: readonly ReportedWage[];
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  readonly sponsorshipId: string | null;
  readonly fromMonth: Month;
  /** Where the kind of money alone does not say who pays. */
  readonly payerId?: string | null;
};

/** A rejected enrolment of the same worker is closed by a new one, so that the rejection can no longer be taken back under it. */
export async function closeRejected(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`
    update app.enrolments set state = 'ended', until_month = from_month, version = version + 1
    where person_id = any(${personIds}::uuid[]) and state = 'rejected'`.execute(tx);
}

export async function insertEnrolments(
  tx: Tx,
  regionCode: string,
  enrolments: readonly (NewEnrolment & { readonly carriedFrom?: string | null })[],
): Promise<void> {
  await sql`
    insert into app.enrolments (region_code, id, village_code, kecamatan_code, person_id, programme, segment, sector, fund_source,
      wadah, sponsorship_id, from_month, wages, payer_id, carried_from, state)
    select ${regionCode}, e."id", e."villageCode", e."kecamatanCode", e."personId", e."programme", e."segment", e."sector", e."fundSource",
      e."wadah", e."sponsorshipId", (e."fromMonth" || '-01')::date, e."wages", e."payerId", e."carriedFrom", 'ready'
    from jsonb_to_recordset(${JSON.stringify(enrolments)}::jsonb) as e("id" uuid, "personId" uuid, "villageCode" text,
      "kecamatanCode" text, "programme" text, "segment" text, "sector" text, "fundSource" text, "wadah" text, "sponsorshipId" uuid,
      "fromMonth" text, "wages" jsonb, "payerId" uuid, "carriedFrom" uuid)`.execute(tx);
}

export async function moveEnrolments(
  tx: Tx,
  ids: readonly string[],
  states: { readonly from: string; readonly to: string },
): Promise<number> {
  const result = await sql`
    update app.enrolments set state = ${states.to}, version = version + 1,
      sent_at = case when ${states.to} = 'sent' then (select app.now()) else sent_at end
    where id = any(${ids}::uuid[]) and state = ${states.from}`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** Answers whose they were. */
export async function closeEnrolments(
  tx: Tx,
  { ids, sponsorshipIds }: { readonly ids: readonly string[]; readonly sponsorshipIds: readonly string[] },
  month: Month,
): Promise<readonly string[]> {
  const { rows } = await sql<{ personId: string }>`
    update app.enrolments set state = 'ended', version = version + 1,
      until_month = case when state in ('sent', 'accepted') then greatest(${`${month}-01`}::date, from_month) else from_month end
    where state not in ('ended', 'rejected') and (sponsorship_id = any(${sponsorshipIds}::uuid[]) or id = any(${ids}::uuid[]))
    returning person_id`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Of these enrolments those that were in no packet yet: they never began. Answers which and whose they were. */
export async function closeReady(
  tx: Tx,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly personId: string }[]> {
  const { rows } = await sql<{ id: string; personId: string }>`
    update app.enrolments set state = 'ended', version = version + 1, until_month = from_month
    where id = any(${ids}::uuid[]) and state = 'ready' returning id, person_id`.execute(tx);
  return rows;
}

export async function updateWages(
  tx: Tx,
  reports: readonly { readonly enrolmentId: string; readonly wages: readonly ReportedWage[] }[],
): Promise<void> {
  await sql`
    update app.enrolments e set wages = r."wages", version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as r("enrolmentId" uuid, "wages" jsonb)
    where e.id = r."enrolmentId"`.execute(tx);
}

export type AnswerRow = {
  readonly enrolmentId: string;
  readonly state: "accepted" | "rejected";
  readonly reason: string | null;
  readonly on: CivilDate;
  /** Both as hex. */
  readonly kpjSealed: string | null;
  readonly kpjIndex: string | null;
};

export async function updateAnswered(tx: Tx, answers: readonly AnswerRow[]): Promise<void> {
  await sql`
    update app.enrolments e set state = case when e.state = 'sent' then a."state" else e.state end, version = e.version + 1,
      accepted_on = case when a."state" = 'accepted' then a."on" end, rejection_reason = a."reason",
      kpj_sealed = decode(a."kpjSealed", 'hex'), kpj_index = decode(a."kpjIndex", 'hex')
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a("enrolmentId" uuid, "state" text, "reason" text, "on" date,
      "kpjSealed" text, "kpjIndex" text)
    where e.id = a."enrolmentId"`.execute(tx);
}

export async function resetAnswers(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await sql`
    update app.enrolments set state = case when state = 'ended' then state else 'sent' end, accepted_on = null,
      rejection_reason = null, kpj_sealed = null, kpj_index = null, version = version + 1
    where id = any(${enrolmentIds}::uuid[])`.execute(tx);
}

/** Each ends with its own month, whatever state it was in. */
export async function endEach(
  tx: Tx,
  ends: readonly { readonly enrolmentId: string; readonly untilMonth: Month }[],
): Promise<void> {
  await sql`
    update app.enrolments e set state = 'ended', until_month = (n."untilMonth" || '-01')::date, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as n("enrolmentId" uuid, "untilMonth" text)
    where e.id = n."enrolmentId" and e.state <> 'ended'`.execute(tx);
}

/** Open again in the state it had; nothing of its end is left. */
export async function reopenEach(
  tx: Tx,
  opens: readonly { readonly enrolmentId: string; readonly state: EnrolmentBefore }[],
): Promise<void> {
  await sql`
    update app.enrolments e set state = n."state", until_month = null, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(opens)}::jsonb) as n("enrolmentId" uuid, "state" text)
    where e.id = n."enrolmentId" and e.state = 'ended'`.execute(tx);
}

export type EnrolmentBefore = "ready" | "accepted";

export type OldEnrolment = Omit<NewEnrolment, "fromMonth"> & {
  readonly state: string;
  readonly carriedFrom: string | null;
  readonly acceptedOn: CivilDate | null;
  readonly kpjSealed: Buffer | null;
  readonly kpjIndex: string | null;
};

/** These enrolments as they stand, held until the transaction ends. */
export async function lockEnrolments(tx: Tx, ids: readonly string[]): Promise<readonly OldEnrolment[]> {
  const { rows } = await sql<OldEnrolment>`
    select id, person_id, village_code, kecamatan_code, sector, programme, segment, wages, fund_source, wadah, sponsorship_id, payer_id,
      state, carried_from, accepted_on, kpj_sealed, encode(kpj_index, 'hex') as kpj_index
    from app.enrolments where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  return rows;
}

export type CarriedAcceptance = {
  readonly enrolmentId: string;
  readonly acceptedOn: CivilDate;
  /** Both as hex. */
  readonly kpjSealed: string | null;
  readonly kpjIndex: string | null;
};

/** BPJS has accepted the worker already: under an earlier payer. */
export async function updateCarried(tx: Tx, carried: readonly CarriedAcceptance[]): Promise<void> {
  await sql`
    update app.enrolments e set state = 'accepted', accepted_on = a."acceptedOn", kpj_sealed = decode(a."kpjSealed", 'hex'),
      kpj_index = decode(a."kpjIndex", 'hex')
    from jsonb_to_recordset(${JSON.stringify(carried)}::jsonb) as a("enrolmentId" uuid, "acceptedOn" date, "kpjSealed" text, "kpjIndex" text)
    where e.id = a."enrolmentId"`.execute(tx);
}
