import { sql } from "kysely";
import type { Tx } from "#database";

export type StandingEdit = {
  readonly id: string;
  readonly personId: string;
  readonly field: string;
  /** Null: forgotten, as the field was only for BPJS. */
  readonly valueSealed: Buffer | null;
  readonly isEntry: boolean;
  readonly at: Date;
};

/** What was said of these persons field by field and stands, the oldest word first. */
export async function listStandingEdits(
  tx: Tx,
  personIds: readonly string[],
): Promise<readonly StandingEdit[]> {
  const { rows } = await sql<StandingEdit>`
    select e.id, a.kept_id as person_id, e.field, e.value_sealed, e.is_entry,
      coalesce(e.decided_at, e.recorded_at) as at
    from app.all_of_persons(${personIds}::uuid[]) a join app.person_edits e on e.person_id = a.id
    where e.state = 'standing'
    order by a.kept_id, coalesce(e.decided_at, e.recorded_at), e.id`.execute(tx);
  return rows;
}
