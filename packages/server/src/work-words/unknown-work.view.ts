import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

export type UnplacedWork = { readonly text: string; readonly people: number };

/** Every way in which work is written of people in the area. */
export async function listWrittenWork(tx: Tx, area: Area): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`
    select distinct p.occupation_text as text from app.persons p
    where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.occupation_text is not null`.execute(
    tx,
  );
  return rows.map(({ text }) => text);
}

/** Ways in which work is written that nobody could place, of people still on a list. */
export async function listUnplacedWork(tx: Tx, area: Area): Promise<readonly UnplacedWork[]> {
  const { rows } = await sql<UnplacedWork>`
    select p.occupation_text as text, count(*)::int as people from app.persons p
    where ${personsWithin(area, "p")} and p.withdrawn_at is null and p.occupation_group = 'unknown'
      and p.target_group <> 'village-officer' and p.occupation_text is not null
    group by 1`.execute(tx);
  return rows;
}
