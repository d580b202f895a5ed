import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";
import type { MovingPerson } from "./move.ts";

export type MovingPersonRow = MovingPerson & {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly kecamatanCode: string;
};

/** Who is to move; of a merged person the entry that is kept. */
export async function findMovingPerson(
  tx: Tx,
  area: Area,
  code: string,
): Promise<MovingPersonRow | undefined> {
  const { rows } = await sql<MovingPersonRow>`
    select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.died_on, p.moved_on,
      exists (select from app.person_moves m where m.person_id = p.id and m.state in ('asked', 'handed-over', 'accepted')) as is_asked,
      exists (select from app.endorsement_items i join app.endorsements n on n.id = i.endorsement_id
        where i.person_id = p.id and i.included and n.state in ('draft', 'proposed')) as is_on_open_list
    from app.persons p where p.id = app.person_of_code(${area.regionCode}, ${code}) and p.withdrawn_at is null
      and ${personsWithin(area, "p")}`.execute(tx);
  return rows[0];
}
