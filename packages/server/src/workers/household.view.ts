import type { CoverState } from "@tuwai/domain/cover";
import { sql } from "kysely";
import { personsWithin } from "#access";
import type { Tx } from "#database";
import type { WorkerSight } from "./worker-sight.ts";

export type HouseholdRow = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly coverageStatus: CoverState;
  readonly isGone: boolean;
};

/** Whom lists put on the same family card, as far as the reader's area goes; at most thirty, by name. */
export async function listHousehold(
  tx: Tx,
  { area }: WorkerSight,
  personId: string,
): Promise<readonly HouseholdRow[]> {
  const { rows } = await sql<HouseholdRow>`
    select p.id, p.code, p.full_name, coalesce(c.state, 'not-registered') as coverage_status,
      num_nonnulls(p.died_on::text, p.moved_on::text) > 0 as is_gone
    from app.persons p left join app.cover_states c on c.person_id = p.id
    where p.region_code = ${area.regionCode} and p.withdrawn_at is null and p.id <> ${personId} and ${personsWithin(area, "p")}
      and p.family_card_index = (select o.family_card_index from app.persons o where o.id = ${personId})
    order by p.full_name, p.id limit 30`.execute(tx);
  return rows;
}
