import { sql } from "kysely";
import { asSystem } from "#database";
import type { Step } from "#use-case";
import { isDeath, ofPerson } from "./of-person.view.ts";

/** Asked as the city: a branch sees the case of a worker whose row it does not. */
export const findPersonId = (app: Step["app"], code: string): Promise<string | undefined> =>
  asSystem(app, async (tx) => {
    const { rows } = await sql<{ id: string }>`select p.id from app.persons p where p.code = ${code}`.execute(
      tx,
    );
    return rows[0]?.id;
  });

/**
 * Of these workers those whose family is accompanied after a death: that, and no kind, day or amount, is what a sponsor may know.
 * Asked as the city, as a sponsor sees no case. Call it with workers of the reader's own alone.
 */
export function listCaredFor({ app }: Step, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return Promise.resolve(new Set());
  return asSystem(app, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select i as id from unnest(${personIds}::uuid[]) as i where exists (
        select 1 from app.claims c where ${ofPerson(sql`c.person_id`, sql`i`)} and ${isDeath("c")})`.execute(
      tx,
    );
    return new Set(rows.map(({ id }) => id));
  });
}
