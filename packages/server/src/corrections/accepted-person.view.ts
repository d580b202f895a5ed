import { sql } from "kysely";
import type { Tx } from "#database";

/** Whose these enrolments are, where BPJS accepted them. */
export async function listAcceptedPersons(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct e.person_id as id from app.enrolments e where e.id = any(${enrolmentIds}::uuid[]) and e.state = 'accepted'`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
