import type { ReportedWage } from "@tuwai/domain/contributions";
import type { RegionCode } from "@tuwai/domain/regions";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

/** Somebody whom the list of a village names as an officer, with the one enrolment that has not ended. */
export type OfficerRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  /** As the list says it: kepala desa, sekretaris, BPD … */
  readonly position: string | null;
  /** The wage on the newest list; null where it says none. */
  readonly wageRupiah: number | null;
  readonly isGone: boolean;
  readonly enrolmentId: string | null;
  readonly enrolmentVersion: number | null;
  readonly enrolmentState: "ready" | "in-packet" | "sent" | "accepted" | null;
  /** Under another payer's group: a sponsor or the city pays for them as for anybody. */
  readonly isPaidOtherwise: boolean;
  readonly wages: readonly ReportedWage[];
  /** First month an earlier payer no longer pays; null when there was none. */
  readonly freeFrom: Month | null;
};

const officers = (area: Area, villageCode: string | null) => sql`
  app.persons p left join lateral (
    select e.id, e.version, e.state, e.segment, e.wages from app.enrolments e
    where e.person_id = p.id and e.state not in ('rejected', 'ended') order by e.segment desc limit 1) e on true
  where p.target_group = 'village-officer' and p.withdrawn_at is null and ${personsWithin(area, "p")}
    and (${villageCode}::text is null or p.village_code = ${villageCode})`;

const columns = sql`p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.occupation_group,
  p.occupation_text as position, p.monthly_income as wage_rupiah,
  num_nonnulls(p.died_on::text, p.moved_on::text) > 0 as is_gone, e.id as enrolment_id, e.version as enrolment_version,
  e.state as enrolment_state, coalesce(e.segment <> 'pu-village', false) as is_paid_otherwise, coalesce(e.wages, '[]') as wages,
  (select to_char(max(o.until_month), 'YYYY-MM') from app.enrolments o where o.person_id = p.id and o.state = 'ended') as free_from`;

/** By village, then by name. */
export async function listOfficerRows(
  tx: Tx,
  area: Area,
  { villageCode, limit, offset }: PageSize & { readonly villageCode: string | null },
): Promise<readonly OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select ${columns} from ${officers(area, villageCode)}
    order by p.village_code, p.full_name, p.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** These persons, as far as they are officers in the area. */
export async function listOfficersOf(
  tx: Tx,
  area: Area,
  personIds: readonly string[],
): Promise<readonly OfficerRow[]> {
  const { rows } = await sql<OfficerRow>`
    select ${columns} from ${officers(area, null)} and p.id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

export type OfficerCounts = {
  readonly officers: number;
  readonly unpaid: number;
  readonly withoutWage: number;
  readonly otherWage: number;
};

/** How many officers; of a village (not a kelurahan) with a wage and nobody who pays, or without a wage; with another wage than reported. */
export async function countOfficers(tx: Tx, area: Area, villageCode: string | null): Promise<OfficerCounts> {
  const { rows } = await sql<OfficerCounts>`
    select count(*)::int as officers, count(*) filter (where not o.is_gone and o.enrolment_id is null and o.wage_rupiah is not null and o.is_desa)::int as unpaid,
      count(*) filter (where not o.is_gone and o.wage_rupiah is null and o.is_desa)::int as without_wage,
      count(*) filter (where not o.is_gone and o.wage_rupiah is not null and jsonb_array_length(o.wages) > 0
        and (o.wages->-1->>'rupiah')::bigint <> o.wage_rupiah)::int as other_wage
    from (select ${columns}, split_part(p.village_code, '.', 4) not like '1%' as is_desa
      from ${officers(area, villageCode)}) o`.execute(tx);
  return rows[0]!;
}
