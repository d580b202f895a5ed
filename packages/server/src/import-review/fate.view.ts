import { sql } from "kysely";
import type { Tx } from "#database";

/** A saved row and whom it describes. */
export type SavedRow = {
  readonly row: number;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly isOfficer: boolean;
  readonly isKnown: boolean;
  readonly outcome: "eligible" | "ineligible" | "undetermined" | null;
  readonly reasons: readonly string[];
};

/** Rows of a work list that were saved, each with its person: known when an earlier list or another row describes them too. */
export async function listSavedRows(
  tx: Tx,
  batchId: string,
  programme: string,
): Promise<readonly SavedRow[]> {
  const { rows } = await sql<SavedRow>`
    select s.row_no as row, p.id as person_id, p.code, p.full_name, p.target_group = 'village-officer' as is_officer,
      exists (select from app.person_rows e join app.source_records o on o.id = e.record_id
        where e.person_id = p.id and (o.batch_id, o.row_no) <> (s.batch_id, s.row_no)
          and (o.batch_id <> s.batch_id or o.row_no < s.row_no)
          and e.at <= pr.at) as is_known,
      j.outcome, coalesce((select array_agg(r->>'code') from jsonb_array_elements(j.reasons) r), '{}') as reasons
    from app.source_records s join app.person_rows pr on pr.record_id = s.id join app.persons p on p.id = pr.person_id
    left join app.judgements j on j.person_id = p.id and j.programme = ${programme}
    where s.batch_id = ${batchId} order by s.sheet, s.row_no`.execute(tx);
  return rows;
}

/** Whether linking has come to an end with the batch as it is now. */
export async function isLinked(tx: Tx, batchId: string): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`
    select coalesce(progress #>> '{linking,finished}', '') = state as is_done from app.import_batches where id = ${batchId}`.execute(
    tx,
  );
  return rows[0]?.isDone === true;
}

/** Of these people, those of whom a question about who they are is open. For logins that may read questions. */
export async function listQuestioned(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${[...personIds]}::uuid[]) as p (id) where exists (
      select from app.link_questions q where (q.person_id = p.id or q.other_person_id = p.id) and q.state in ('open', 'unsure'))`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
