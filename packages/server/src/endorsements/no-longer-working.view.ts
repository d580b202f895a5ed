import { sql } from "kysely";
import type { Tx } from "#database";

/** People of a village of whom the newest word is that they no longer work, and whom no list has named since. */
export async function listNoLongerWorking(tx: Tx, villageCode: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.person_id as id from (
      select distinct on (person_id) person_id, answer, told_at from app.list_absences
      where village_code = ${villageCode} order by person_id, told_at desc, id desc) a
    where a.answer = 'no-longer-works'
      and not exists (select from app.person_records r where r.person_id = a.person_id and r.at > a.told_at)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
