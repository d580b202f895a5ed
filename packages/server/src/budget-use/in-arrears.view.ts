import type { Sector } from "@tuwai/domain/contributions";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

/** A member in arrears, with what a settlement would cost. */
export type ArrearsRow = {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly sector: Sector;
  readonly score: number;
  readonly isPayerGone: boolean;
  readonly owedMonths: number;
  /** Whole rupiah; null where no price is known. */
  readonly arrearsRupiah: number | null;
  readonly paidUntil: CivilDate;
  readonly participantSince: CivilDate | null;
  readonly isOver: boolean;
  readonly isBeingRescued: boolean;
};

/** Everybody on the board of arrears who lives and has not moved away. */
export async function listInArrears(
  tx: Tx,
  { area, on }: { readonly area: Area; readonly on: CivilDate },
): Promise<readonly ArrearsRow[]> {
  const { rows } = await sql<ArrearsRow>`
    select r.person_id, p.code, p.full_name, p.village_code, p.sector,
      coalesce((select max(j.priority) from app.judgements j where j.person_id = p.id), 0) as score,
      r.cause = 'payer-ended' as is_payer_gone, r.owed_months, r.arrears_rupiah, r.paid_until, c.covered_from as participant_since,
      r.ends_on <= ${on}::date as is_over,
      exists (select from app.rescues w where w.person_id = r.person_id and w.undone_at is null and w.answer_by >= ${on}::date) as is_being_rescued
    from app.arrears r join app.persons p on p.id = r.person_id left join app.cover_states c on c.person_id = r.person_id
    where ${personsWithin(area, "p")} and num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) = 0
    order by r.person_id`.execute(tx);
  return rows;
}
