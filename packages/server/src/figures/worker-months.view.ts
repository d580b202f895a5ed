import type { Arrival, FigureGroup, WorkerMonths } from "@tuwai/domain/figures";
import { type CivilDate, type Month, monthOf } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

type Row = {
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly target: FigureGroup;
  readonly listedOn: CivilDate;
  readonly leftOn: CivilDate | null;
  readonly marksFrom: CivilDate | null;
  readonly marks: string;
  readonly fullMonths: readonly CivilDate[];
};

/**
 * Everybody who may be covered, as `listTrueCounts` of coverage counts them, those who died or moved away among them until then. Whose
 * consent was withdrawn, or who was merged into another entry, is in no month.
 */
export async function listWorkerMonths(tx: Tx, regionCode: string): Promise<readonly WorkerMonths[]> {
  const { rows } = await sql<Row>`
    select p.village_code, p.kecamatan_code,
      case when p.target_group = 'village-officer' then 'officer' else 'worker' end as target,
      (p.created_at at time zone 'Asia/Jakarta')::date as listed_on, least(p.died_on, p.moved_on) as left_on,
      c.marks_from, coalesce(c.marks, '') as marks, coalesce(c.full_months, '{}')::text[] as full_months
    from app.persons p
    left join app.judgements j on j.person_id = p.id
    left join app.cover_states c on c.person_id = p.id
    where p.region_code = ${regionCode} and p.withdrawn_at is null
      and (p.target_group = 'village-officer' or not coalesce(j.bars_payment, false))`.execute(tx);
  return rows.map(({ target, listedOn, leftOn, marksFrom, marks, fullMonths, ...place }) => ({
    ...place,
    group: target,
    listedFrom: monthOf(listedOn),
    leftIn: leftOn === null ? null : monthOf(leftOn),
    from: marksFrom === null ? null : monthOf(marksFrom),
    letters: marks,
    fullMonths: fullMonths.map(monthOf),
  }));
}

/** Payments for each month by how many days after its first day they became known. */
export async function countArrivals(tx: Tx, regionCode: string): Promise<readonly Arrival[]> {
  const { rows } = await sql<Omit<Arrival, "month"> & { readonly month: Month }>`
    select to_char(e.month, 'YYYY-MM') as month, (e.recorded_at at time zone 'Asia/Jakarta')::date - e.month as day,
      count(*)::int as payments
    from app.cover_events e where e.region_code = ${regionCode} and e.type = 'paid' and e.month is not null
    group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
