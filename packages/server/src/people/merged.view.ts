import { sql } from "kysely";
import type { Tx } from "#database";

export type Merged = { readonly id: string; readonly keptId: string };

/** Those of these persons that were merged, into another or with others into them, each with the one that is kept. */
export async function listMerged(tx: Tx, personIds: readonly string[]): Promise<readonly Merged[]> {
  const { rows } = await sql<Merged>`
    select i as id, app.kept_person(i) as kept_id from unnest(${personIds}::uuid[]) as i where app.kept_person(i) <> i
    union
    select a.kept_id, a.kept_id from app.all_of_persons(${personIds}::uuid[]) a where a.id <> a.kept_id`.execute(
    tx,
  );
  return rows;
}
