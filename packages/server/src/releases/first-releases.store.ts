import { sql } from "kysely";
import type { Tx } from "#database";

/** An example city's drafts of the past are confirmed by nobody: the columns that name who did stay empty. */
export async function confirmBySystem(tx: Tx, regionCode: string): Promise<void> {
  await sql`
    update app.release_drafts set state = 'confirmed', version = version + 1
    where region_code = ${regionCode} and state = 'prepared'`.execute(tx);
}
