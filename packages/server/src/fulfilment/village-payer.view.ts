import type { ReportedWage, Sector, Segment } from "@tuwai/domain/contributions";
import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

/** Who pays for somebody of a village now. */
export type PayerFacts = {
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly fundSource: FundSource | null;
  /** Named where the kind of money alone does not say who pays: then it is not the village. */
  readonly isNamedPayer: boolean;
  readonly segment: Segment | null;
  readonly sector: Sector | null;
  readonly wages: readonly ReportedWage[];
  readonly fromMonth: Month | null;
  /** The list of another payer says that it pays from that month on. */
  readonly isPaidElsewhere: boolean;
};

/** Everybody of a village with the enrolment that is open, if any. */
export async function listPayerFacts(
  tx: Tx,
  area: Area,
  { villageCode, month }: { readonly villageCode: string; readonly month: Month },
): Promise<ReadonlyMap<string, PayerFacts>> {
  const { rows } = await sql<PayerFacts>`
    with elsewhere as materialized (
      select app.kept_person(o.person_id) as person_id from app.other_covers o
      where o.region_code = ${area.regionCode} and o.withdrawn_at is null
        and (o.last_month is null or o.last_month >= ${firstDay(month)}::date))
    select p.id as person_id, e.id as enrolment_id, e.fund_source, e.payer_id is not null as is_named_payer, e.segment, e.sector,
      coalesce(e.wages, '[]') as wages, to_char(e.from_month, 'YYYY-MM') as from_month,
      exists (select from elsewhere o where o.person_id = p.id) as is_paid_elsewhere
    from app.persons p left join lateral (
      select e.* from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended') order by e.id desc limit 1) e on true
    where ${placeWithin(area, "p")} and p.village_code = ${villageCode} and p.withdrawn_at is null`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.personId, row]));
}
