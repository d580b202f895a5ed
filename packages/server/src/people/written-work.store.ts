import { sql } from "kysely";
import type { Tx } from "#database";

export type WrittenWork = {
  readonly text: string;
  readonly occupationGroup: string | null;
  readonly sector: string;
};

/** Every way in which work is written of somebody in the city, with what it was read as. */
export async function listWrittenWork(tx: Tx): Promise<readonly WrittenWork[]> {
  const { rows } = await sql<WrittenWork>`
    select distinct p.occupation_text as text, p.occupation_group, p.sector from app.persons p
    where p.region_code = (select app.region()) and p.withdrawn_at is null and p.occupation_text is not null`.execute(
    tx,
  );
  return rows;
}

/** Living rows of people whose work is written so, in a fixed order. */
export async function listPersonsOfWork(tx: Tx, texts: readonly string[]): Promise<readonly string[]> {
  if (texts.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from app.persons p
    where p.region_code = (select app.region()) and p.withdrawn_at is null and p.occupation_text = any(${texts}::text[])
    order by p.id`.execute(tx);
  return rows.map(({ id }) => id);
}
