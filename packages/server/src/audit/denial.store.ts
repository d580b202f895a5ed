import { sql } from "kysely";
import type { Actor } from "#app";
import type { Tx } from "#database";

export type Denial = {
  /** What was asked for, by its row of the access matrix. */
  readonly permission: string;
  readonly code: "forbidden" | "not-found" | "four-eyes";
};

/** One more refusal of this minute. */
export async function countDenial(tx: Tx, actor: Actor, { permission, code }: Denial): Promise<void> {
  await sql`
    insert into audit.denials as d
      (region_code, actor_id, actor_role, actor_scope, permission, code, minute, times, last_at)
    values (${actor.regionCode}, ${actor.userId}, ${actor.role}, ${actor.scope ?? null}, ${permission}, ${code},
      date_trunc('minute', (select app.now())), 1, (select app.now()))
    on conflict (region_code, actor_id, actor_role, permission, code, minute)
      do update set times = d.times + 1, last_at = excluded.last_at`.execute(tx);
}
