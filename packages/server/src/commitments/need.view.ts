import type { Protector } from "@tuwai/domain/commitments";
import { kindOfCode, type RegionCode } from "@tuwai/domain/regions";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, enrolmentsWithin, personsWithin, placeWithin } from "#access";
import type { Tx } from "#database";

/** Somebody of the register as far as a village's need asks: no name, no number. */
export type NeedPerson = {
  readonly personId: string;
  readonly villageCode: RegionCode;
  readonly targetGroup: string;
  readonly position: string | null;
  readonly wage: number | null;
  readonly protectedBy: Protector | null;
};

/** Who lives and works and is not judged ineligible; cover without an enrolment of ours is somebody else's. */
const counted = (area: Area, villageCode: string | null) => sql`
  app.persons p
    left join app.enrolments e on e.person_id = p.id and e.state not in ('rejected', 'ended')
    left join app.cover_states c on c.person_id = p.id and c.counts_as_covered
  where p.withdrawn_at is null and p.died_on is null and p.moved_on is null and ${placeWithin(area, "p")}
    and (${villageCode}::text is null or p.village_code = ${villageCode})
    and not exists (select from app.judgements j where j.person_id = p.id and j.outcome = 'ineligible'
      and p.target_group = 'vulnerable')`;

const protector = sql`case when e.fund_source = 'apbdes' then 'village' when e.fund_source = 'apbd' then 'city'
  when e.fund_source = 'asn' then 'sponsor' when e.id is not null or c.person_id is not null then 'other' end`;

/** Asked as the city: an evaluator reads sums of people whom he may not see. */
export async function listNeedPersons(
  tx: Tx,
  area: Area,
  villageCode: string | null,
): Promise<readonly NeedPerson[]> {
  const { rows } = await sql<NeedPerson>`
    select p.id as person_id, p.village_code, p.target_group,
      case when p.target_group = 'village-officer' then p.occupation_text end as position,
      case when p.target_group = 'village-officer' then p.monthly_income end as wage, ${protector} as protected_by
    from ${counted(area, villageCode)}`.execute(tx);
  return rows;
}

/** How often something was written so far that need is counted from. */
export async function readNeedChanges(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select app.need_changes() as n`.execute(tx);
  return rows[0]!.n;
}

/** One head with the list that named it, for whoever may see workers. */
export type Head = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: RegionCode;
  readonly kecamatanCode: string;
  readonly occupationGroup: string | null;
  readonly targetGroup: string;
  readonly position: string | null;
  readonly wage: number | null;
  readonly protectedBy: Protector | null;
  readonly listCode: string | null;
  readonly listedOn: CivilDate | null;
};

/** Everybody of one village, by name, with the newest list that named them. */
export async function listHeads(tx: Tx, area: Area, villageCode: string): Promise<readonly Head[]> {
  const { rows } = await sql<Head>`
    select p.id as person_id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.occupation_group, p.target_group,
      p.occupation_text as position, p.monthly_income as wage, q.protected_by, l.code as list_code, l.listed_on
    from (select distinct on (p.id) p.id, ${protector} as protected_by from ${counted(area, villageCode)}) q
      join app.persons p on p.id = q.id
      left join lateral (select b.code, b.applied_at::date as listed_on from app.person_records pr
        join app.source_records r on r.id = pr.record_id join app.import_batches b on b.id = r.batch_id
        where pr.person_id = p.id and r.withdrawn_at is null order by b.applied_at desc limit 1) l on true
    where ${personsWithin(area, "p")} order by p.full_name, p.id`.execute(tx);
  return rows;
}

/** The day of the newest list that names somebody who is counted here; null where nobody is. */
export async function findListDay(tx: Tx, area: Area, villageCode: string): Promise<CivilDate | null> {
  const { rows } = await sql<{ day: CivilDate | null }>`
    select max(b.applied_at)::date as day
    from app.person_records pr join app.source_records r on r.id = pr.record_id join app.import_batches b on b.id = r.batch_id
    where r.withdrawn_at is null and pr.person_id in (select p.id from ${counted(area, villageCode)})`.execute(
    tx,
  );
  return rows[0]?.day ?? null;
}

/** A month of somebody that BPJS confirms as paid from the village's own money: its budget, or the city's for a kelurahan. */
export type PaidPerson = Pick<NeedPerson, "personId" | "villageCode" | "targetGroup" | "position"> & {
  readonly month: Month;
  readonly rupiah: number;
  /** The commitment for which the person was enrolled that month; null where nobody said. */
  readonly commitmentId: string | null;
  readonly fundSource: string;
};

type PaidAsked = {
  readonly year: number;
  /** Null: of every village of the area. */
  readonly villageCode: string | null;
};

export async function listPaidPersons(
  tx: Tx,
  area: Area,
  { villageCode, year }: PaidAsked,
): Promise<readonly PaidPerson[]> {
  const { rows } = await sql<PaidPerson>`
    select p.id as person_id, e.village_code, p.target_group,
      case when p.target_group = 'village-officer' then p.occupation_text end as position, to_char(v.month, 'YYYY-MM') as month,
      sum((v.details->>'amountRupiah')::bigint)::bigint as rupiah, m.commitment_id, e.fund_source
    from app.enrolments e join app.persons p on p.id = e.person_id
      join app.standing_events v on v.enrolment_id = e.id and v.type = 'paid'
      left join app.commitment_months m on m.person_id = e.person_id and m.month = v.month and m.released_at is null
    where ${enrolmentsWithin(area, "e")} and (${villageCode}::text is null or e.village_code = ${villageCode})
      and e.fund_source in ('apbdes', 'apbd') and v.month >= make_date(${year}, 1, 1) and v.month < make_date(${year} + 1, 1, 1)
    group by 1, 2, 3, 4, 5, m.commitment_id, e.fund_source`.execute(tx);
  return rows.filter(({ fundSource, villageCode: code }) => fundSource === ownFund(code));
}

/** Whose money is a village's own: its budget, or the city's where it is a kelurahan. */
const ownFund = (code: RegionCode) => (kindOfCode(code) === "kelurahan" ? "apbd" : "apbdes");
