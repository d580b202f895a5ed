import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type WorkingPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly occupationText: string | null;
};

/** Whose work it is; of a merged person the entry that is kept. */
export async function findWorkingPerson(
  tx: Tx,
  area: Area,
  code: string,
): Promise<WorkingPerson | undefined> {
  const { rows } = await sql<WorkingPerson>`
    select p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.occupation_text from app.persons p
    where p.id = app.person_of_code(${area.regionCode}, ${code}) and p.withdrawn_at is null and ${personsWithin(area, "p")}`.execute(
    tx,
  );
  return rows[0];
}

/** Which list or correction says what the work is, newest first. */
export type WorkSource = {
  readonly kind: "list" | "correction";
  readonly code: string | null;
  readonly at: Date;
};

export async function listWorkSources(tx: Tx, personId: string): Promise<readonly WorkSource[]> {
  const { rows } = await sql<WorkSource>`
    select 'list' as kind, b.code, pr.at from app.all_of_persons(array[${personId}]::uuid[]) a
      join app.person_rows pr on pr.person_id = a.id join app.source_records r on r.id = pr.record_id
      join app.import_batches b on b.id = r.batch_id
    where r.attributes ? 'occupation' and (r.withdrawn_at is null or r.superseded_by is not null)
    union all
    select 'correction', null, e.recorded_at from app.all_of_persons(array[${personId}]::uuid[]) a
      join app.person_edits e on e.person_id = a.id where e.field = 'occupation' and e.state = 'standing'
    order by at desc`.execute(tx);
  return rows;
}
