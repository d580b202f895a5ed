import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

/** Which of these persons have that month owed or paid already, by whomever. */
export async function listTakenPersons(
  tx: Tx,
  of: { readonly personIds: readonly string[]; readonly month: Month },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.person_id as id from app.obligations o
    where o.person_id = any(${of.personIds}::uuid[]) and o.month = ${firstDay(of.month)}::date and o.reversed_at is null
    union
    select v.person_id from app.standing_events v
    where v.person_id = any(${of.personIds}::uuid[]) and v.month = ${firstDay(of.month)}::date and v.type = 'paid'`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}
