import type { Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { HandoverLine } from "./handover.store.ts";

/** A line of a hand-over as it stands today, and whether anything has happened since that cannot be undone by it. */
export type StandingLine = HandoverLine & {
  readonly newFromMonth: Month | null;
  /** Another payer, or another packet, has the worker by now. */
  readonly hasOther: boolean;
  /** BPJS has received money under the new payer. */
  readonly isPaid: boolean;
  /** What began is not open as it began. */
  readonly hasChanged: boolean;
};

export async function listStandingLines(tx: Tx, handoverId: string): Promise<readonly StandingLine[]> {
  const { rows } = await sql<StandingLine>`
    select l.person_id, l.village_code, l.kecamatan_code, l.enrolment_id, l.state_before, l.new_enrolment_id,
      to_char(n.from_month, 'YYYY-MM') as new_from_month,
      exists (select from app.enrolments o where o.person_id = l.person_id and o.state not in ('rejected', 'ended')
        and o.id is distinct from l.new_enrolment_id)
        or exists (select from app.sponsorships s where s.person_id = l.person_id and s.state = 'accepted') as has_other,
      exists (select from app.standing_events v where v.person_id = l.person_id and v.enrolment_id = l.new_enrolment_id and v.type = 'paid') as is_paid,
      coalesce(n.state <> l.state_before, false) as has_changed
    from app.handover_lines l left join app.enrolments n on n.id = l.new_enrolment_id
    where l.handover_id = ${handoverId} order by l.enrolment_id`.execute(tx);
  return rows;
}
