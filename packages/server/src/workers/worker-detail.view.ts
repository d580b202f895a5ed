import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { enrolmentsWithin, type PersonField } from "#access";
import type { Tx } from "#database";
import { programme } from "#eligibility";
import type { WorkerSight } from "./worker-sight.ts";

export type PrivateColumns = {
  readonly address: string | null;
  readonly hasNik: boolean;
  readonly hasFamilyCard: boolean;
  readonly phoneSealed: Buffer | null;
};

/** Columns of the person itself, each only where the role may see it; nothing is asked when it may see none. */
export async function findPrivateColumns(
  tx: Tx,
  sight: WorkerSight,
  personId: string,
): Promise<PrivateColumns> {
  const fields: readonly PersonField[] = ["address_detail", "nik", "kk", "phone"];
  const nothing = { address: null, hasNik: false, hasFamilyCard: false, phoneSealed: null };
  if (!fields.some(sight.sees)) return nothing;
  const column = (field: PersonField, expression: string, otherwise: string) =>
    sql.raw(sight.sees(field) ? expression : otherwise);
  const { rows } = await sql<PrivateColumns>`
    select ${column("address_detail", "address", "null::text")} as address,
      ${column("nik", "nik_sealed is not null", "false")} as has_nik,
      ${column("kk", "family_card_sealed is not null", "false")} as has_family_card,
      ${column("phone", "phone_sealed", "null::bytea")} as phone_sealed
    from app.persons where id = ${personId}`.execute(tx);
  return rows[0] ?? nothing;
}

export async function findSealedNik(tx: Tx, personId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ nik: Buffer | null }>`
    select nik_sealed as nik from app.persons where id = ${personId}`.execute(tx);
  return rows[0]?.nik ?? null;
}

export type JudgementView = {
  readonly outcome: "eligible" | "ineligible" | "undetermined";
  readonly judgedOn: CivilDate;
  readonly policyNumber: number;
  readonly reasons: readonly { readonly code: string; readonly [detail: string]: unknown }[];
};

export async function findJudgement(tx: Tx, personId: string): Promise<JudgementView | undefined> {
  const { rows } = await sql<JudgementView>`
    select outcome, judged_on, policy_number, reasons
    from app.judgements where person_id = ${personId} and programme = ${programme}`.execute(tx);
  return rows[0];
}

export async function findConsent(tx: Tx, personId: string): Promise<"given" | "withdrawn" | null> {
  const { rows } = await sql<{ state: "given" | "withdrawn" }>`
    select case when withdrawn_at is null then 'given' else 'withdrawn' end as state from app.consents
    where subject_type = 'person' and subject_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) order by given_at desc, id desc limit 1`.execute(
    tx,
  );
  return rows[0]?.state ?? null;
}

/** Both ends of the decile, equal where exact; null where Dinsos lists somebody without one. */
export type Welfare = {
  readonly decileFrom: number | null;
  readonly decile: number | null;
  readonly asOf: CivilDate;
};

export async function findWelfare(tx: Tx, personId: string): Promise<Welfare | undefined> {
  const { rows } = await sql<Welfare>`
    select decile_from, decile, as_of from app.person_welfare where person_id = ${personId}`.execute(tx);
  return rows[0];
}

export async function findSponsorName(tx: Tx, personId: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select r.full_name as name from app.sponsorships s join app.pledges p on p.id = s.pledge_id
      join app.source_records r on r.id = p.civil_servant_id
    where s.person_id = ${personId} and s.state = 'accepted'`.execute(tx);
  return rows[0]?.name ?? null;
}

/** Which registries hold a record linked to the person, by the id of the link. */
export async function listLinks(tx: Tx, personId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select kind, id from app.links where person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and ended_at is null`.execute(
    tx,
  );
  return new Map(rows.map(({ kind, id }) => [kind, id]));
}

export async function isOnMemberList(tx: Tx, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select from app.person_memberships where person_id = ${personId} limit 1`.execute(tx);
  return rows.length > 0;
}

export type SourceView = {
  readonly recordId: string;
  readonly importCode: string;
  readonly kind: string;
  readonly at: Date;
  readonly row: number;
  readonly isLive: boolean;
  readonly birthDate: boolean;
  readonly sex: boolean;
  readonly address: boolean;
  readonly phone: boolean;
  readonly nik: boolean;
  readonly occupation: boolean;
};

/** The list rows that describe the person, oldest first, and which facts each one carries. */
export async function listSources(tx: Tx, personId: string): Promise<readonly SourceView[]> {
  const { rows } = await sql<SourceView>`
    select r.id as record_id, b.code as import_code, r.kind, coalesce(b.applied_at, b.uploaded_at) as at, r.row_no as row,
      r.withdrawn_at is null as is_live, r.birth_date is not null as birth_date, r.sex is not null as sex,
      r.address is not null as address, r.phone_sealed is not null as phone, r.nik_sealed is not null as nik,
      r.attributes ? 'occupation' as occupation
    from app.person_rows pr join app.source_records r on r.id = pr.record_id join app.import_batches b on b.id = r.batch_id
    where pr.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and (r.withdrawn_at is null or r.superseded_by is not null)
    order by r.id`.execute(tx);
  return rows;
}

export type Rejection = {
  readonly enrolmentId: string;
  readonly version: number;
  readonly reason: string | null;
};

/** The last answer of BPJS where it was a no and nobody has put the person forward since. */
export async function findRejection(
  tx: Tx,
  { area }: WorkerSight,
  personId: string,
): Promise<Rejection | null> {
  const { rows } = await sql<Rejection & { readonly state: string }>`
    select e.id as enrolment_id, e.version, e.rejection_reason as reason, e.state from app.enrolments e
    where e.person_id in (select id from app.all_of_persons(array[${personId}]::uuid[])) and ${enrolmentsWithin(area, "e")} order by e.id desc limit 1`.execute(
    tx,
  );
  const last = rows[0];
  if (last === undefined || last.state !== "rejected") return null;
  const { enrolmentId, version, reason } = last;
  return { enrolmentId, version, reason };
}
