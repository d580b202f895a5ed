import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

export async function countOpenQuestions(tx: Tx, area: Area): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.link_questions q where state = 'open' and ${placeWithin(area, "q")}`.execute(
    tx,
  );
  return rows[0]!.n;
}
