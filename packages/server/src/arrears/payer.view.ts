import type { ReportedWage, Sector, Segment } from "@tuwai/domain/contributions";
import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { FundSource } from "#contributions";
import type { Tx } from "#database";

export type PayerRow = {
  readonly personId: string;
  readonly fundSource: FundSource;
  readonly sector: Sector;
  readonly segment: Segment;
  readonly wages: readonly ReportedWage[];
  /** First month it no longer pays; null while it should. */
  readonly until: Month | null;
};

/** Who pays for these persons, or who paid last: an enrolment that is open before one that ended, the latest first. */
export async function listPayers(tx: Tx, personIds: readonly string[]): Promise<readonly PayerRow[]> {
  const { rows } = await sql<PayerRow>`
    select distinct on (a.kept_id) a.kept_id as person_id, e.fund_source, e.sector, e.segment, e.wages, to_char(e.until_month, 'YYYY-MM') as until
    from app.all_of_persons(${personIds}::uuid[]) a join app.enrolments e on e.person_id = a.id
    where e.state <> 'rejected' and (e.until_month is null or e.until_month > e.from_month)
    order by a.kept_id, e.until_month desc nulls first, e.id desc`.execute(tx);
  return rows;
}

/**
 * Of these persons those whom the board or an alarm may concern: in arrears, lapsed, waiting for a first payment, with nobody
 * who pays, or on the board already.
 */
export async function listConcerned(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with asked as (select unnest(${personIds}::uuid[]) as id)
    select q.id from asked q left join app.cover_states c on c.person_id = q.id
    where c.state in ('waiting-first-payment', 'grace-1', 'grace-2', 'grace-3', 'village-owes', 'ended')
      or (c.state in ('covered', 'due') and not exists (select from app.enrolments e
        where e.person_id = q.id and e.state in ('ready', 'in-packet', 'sent', 'accepted')))
      or exists (select from app.arrears r where r.person_id = q.id)
      or exists (select from app.cover_alarms a where a.person_id = q.id and a.withdrawn_at is null and a.told_at is null)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
