import type { ReportedWage, Sector, Segment } from "@tuwai/domain/contributions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, enrolmentsWithin } from "#access";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";
import type { Wadah } from "./enrolment.store.ts";

export type ReadyLine = {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly fundSource: FundSource;
  readonly wadah: Wadah;
  readonly sector: Sector;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
  readonly groupKey: string;
  readonly fromMonth: Month;
  readonly fullName: string;
  readonly birthDate: CivilDate | null;
  readonly sex: "male" | "female" | null;
  readonly nikSealed: Buffer | null;
  readonly nikIndex: string | null;
  readonly nikStatus: string;
  readonly isGone: "died" | "moved" | "withdrawn" | null;
  /** What the sponsor lets be taken per worker and month; null where no sponsor pays. */
  readonly capRupiah: number | null;
  readonly isPledgeActive: boolean | null;
};

/** Enrolments in state `ready` (all, or those named), with what BPJS will look at; by village and code. */
export async function listReadyLines(
  tx: Tx,
  area: Area,
  ids: readonly string[] | null,
): Promise<readonly ReadyLine[]> {
  const { rows } = await sql<ReadyLine>`
    select e.id as enrolment_id, p.id as person_id, p.code as person_code, p.village_code,
      p.kecamatan_code, e.fund_source, e.wadah, e.sector, e.segment, e.wages,
      app.group_key(e.segment, e.fund_source, e.wadah, e.village_code) as group_key,
      to_char(e.from_month, 'YYYY-MM') as from_month, p.full_name, p.birth_date, p.sex,
      p.nik_sealed, encode(p.nik_index, 'hex') as nik_index, p.nik_status,
      case when p.withdrawn_at is not null then 'withdrawn' when p.died_on is not null then 'died'
        when p.moved_on is not null then 'moved' end as is_gone,
      floor(g.cap_rupiah / g.worker_count)::bigint as cap_rupiah, g.state = 'active' as is_pledge_active
    from app.enrolments e join app.persons p on p.id = e.person_id
      left join app.sponsorships s on s.id = e.sponsorship_id left join app.pledges g on g.id = s.pledge_id
    where ${enrolmentsWithin(area, "e")} and e.state = 'ready' and (${ids}::uuid[] is null or e.id = any(${ids}::uuid[]))
    order by p.village_code, p.code`.execute(tx);
  return rows;
}

/** Of these NIK indexes (hex) those that stand on somebody else who is already on the way to BPJS or with it. */
export async function listNiksEnrolled(
  tx: Tx,
  area: Area,
  of: { readonly nikIndexes: readonly string[]; readonly exceptPersonIds: readonly string[] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ nik: string }>`
    select distinct encode(p.nik_index, 'hex') as nik from app.enrolments e join app.persons p on p.id = e.person_id
    where ${enrolmentsWithin(area, "e")} and e.state in ('in-packet', 'sent', 'accepted') and not (p.id = any(${of.exceptPersonIds}::uuid[]))
      and p.nik_index in (select decode(unnest(${of.nikIndexes}::text[]), 'hex'))`.execute(tx);
  return rows.map(({ nik }) => nik);
}
