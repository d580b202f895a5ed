import { type Kysely, sql } from "kysely";

/** Takes the step of a code for an account; false when it, or a later one, was used before (ASVS 5.0, 6.5.1). */
export async function takeStep(db: Kysely<unknown>, userId: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.used_codes (user_id, step) values (${userId}, ${step})
    on conflict (user_id) do update set step = excluded.step where auth.used_codes.step < excluded.step
    returning step`.execute(db);
  return rows.length > 0;
}

/**
 * The first code of another key counts whatever codes of the key before it took, and no code of that step counts again: what
 * was used belongs to a key, and the step only ever moves on.
 */
export async function noteStep(db: Kysely<unknown>, userId: string, step: number): Promise<void> {
  await sql`
    insert into auth.used_codes (user_id, step) values (${userId}, ${step})
    on conflict (user_id) do update set step = greatest(auth.used_codes.step, excluded.step)`.execute(db);
}
