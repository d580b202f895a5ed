import type { PayerAccount } from "@tuwai/domain/ledger";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type PaidUnder = {
  readonly personId: string;
  readonly month: Month;
  readonly on: CivilDate;
  readonly enrolmentId: string | null;
  /** Whose money it was, as the books name payers; null where no enrolment of ours was paid. */
  readonly payerAccount: PayerAccount | null;
};

/** Under which enrolment the payments of these persons came; of entries that were merged, together. */
export async function listPaidUnder(tx: Tx, personIds: readonly string[]): Promise<readonly PaidUnder[]> {
  const { rows } = await sql<PaidUnder>`
    select a.kept_id as person_id, to_char(v.month, 'YYYY-MM') as month, v.effective_on as "on", v.enrolment_id,
      case when e.id is null then null when s.pledge_id is not null then jsonb_build_object('kind', 'sponsor', 'id', s.pledge_id)
        when e.fund_source = 'apbd' then jsonb_build_object('kind', 'city')
        when e.fund_source = 'apbdes' then jsonb_build_object('kind', 'village', 'code', e.village_code)
        else jsonb_build_object('kind', 'sponsor', 'id', e.fund_source) end as payer_account
    from app.all_of_persons(${personIds}::uuid[]) a join app.standing_events v on v.person_id = a.id
      left join app.enrolments e on e.id = v.enrolment_id left join app.sponsorships s on s.id = e.sponsorship_id
    where v.type = 'paid' order by v.recorded_at, v.id`.execute(tx);
  return rows;
}
