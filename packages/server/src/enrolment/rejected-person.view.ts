import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Actor } from "#app";
import type { Tx } from "#database";

/** People of whose rejection this desk was told and who have not been put forward again since. */
export async function countRejectedPeople(
  tx: Tx,
  area: Area,
  desk: Pick<Actor, "role" | "scope">,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct p.id)::int as n from app.notifications n join app.persons p on p.id = app.person_of_code(n.region_code, n.payload->>'personCode')
    where ${personsWithin(area, "p")} and n.role = ${desk.role} and n.scope is not distinct from ${desk.scope ?? null}::text
      and n.kind = 'enrolment-rejected' and n.read_at is null and p.withdrawn_at is null
      and not exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended'))`.execute(
    tx,
  );
  return rows[0]!.n;
}
