import { sql } from "kysely";
import type { Tx } from "#database";

/** For the tests of use cases: a row that any login may write. */
export async function insertNotice(
  tx: Tx,
  notice: { readonly id: string; readonly regionCode: string; readonly kind: string },
): Promise<void> {
  await sql`insert into app.notifications (id, region_code, role, kind)
    values (${notice.id}, ${notice.regionCode}, 'OPR', ${notice.kind})`.execute(tx);
}
