import type { TrendEventKind } from "@tuwai/domain/forecast";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Of one village, or of the whole city. */
export type TrendFact = {
  readonly kind: TrendEventKind;
  readonly month: Month;
  readonly villageCode: string | null;
  readonly kecamatanCode: string | null;
  readonly number: number;
  readonly year: number | null;
};

const monthOf = (moment: ReturnType<typeof sql>) =>
  sql`to_char(${moment} at time zone 'Asia/Jakarta', 'YYYY-MM')`;
const city = sql`null::text as village_code, null::text as kecamatan_code`;

/**
 * Targets that somebody set and another confirmed, village budgets passed, lists taken over, payrolls locked, and months published in their
 * time; by the month in which it happened.
 */
export async function countTrendFacts(tx: Tx, regionCode: string): Promise<readonly TrendFact[]> {
  const { rows } = await sql<TrendFact>`
    select 'target' as kind, ${monthOf(sql`t.decided_at`)} as month, ${city}, max(t.percent) as number, t.year
      from pub.indicator_targets t
      where t.region_code = ${regionCode} and t.state = 'standing' and t.entered_by is not null group by 2, t.year
    union all
    select 'target', ${monthOf(sql`p.changed_at`)}, ${city}, (p.value #>> '{}')::numeric, (y.value #>> '{}')::int
      from app.settings p join app.settings y on y.region_code = p.region_code and y.name = 'coverage-target-year'
      where p.region_code = ${regionCode} and p.name = 'coverage-target-percent' and p.confirmed and p.changed_by is not null
    union all
    select 'budget', to_char(coalesce(s.paper_on, (s.taken_at at time zone 'Asia/Jakarta')::date), 'YYYY-MM'), s.village_code,
        s.kecamatan_code, 1, c.year
      from app.commitment_steps s join app.commitments c on c.id = s.commitment_id
      where s.region_code = ${regionCode} and s.step = 'settle' group by 2, 3, 4, c.year
    union all
    select 'list', ${monthOf(sql`b.applied_at`)}, b.village_code, b.kecamatan_code, sum((b.counts #>> '{detail,applied}')::int), null
      from app.import_batches b
      where b.region_code = ${regionCode} and b.state = 'applied' and b.kind = 'village-list' and (b.counts #>> '{detail,applied}')::int > 0
      group by 2, 3, 4
    union all
    select 'payroll', to_char(b.month, 'YYYY-MM'), ${city}, sum(b.mandates), null
      from app.payroll_batches b
      where b.region_code = ${regionCode} and b.state in ('locked', 'closed') and b.mandates > 0 group by 2
    union all
    select 'release', ${monthOf(sql`r.released_at`)}, ${city}, count(*), null
      from pub.releases r where r.region_code = ${regionCode} and r.month is not null and not r.made_late group by 2`.execute(
    tx,
  );
  return rows;
}
