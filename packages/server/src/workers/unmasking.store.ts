import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/** One at a time per actor, so that two requests cannot both be the thirtieth. */
export async function lockUnmasking(tx: Tx, actorId: string): Promise<void> {
  await lockCity(tx, `unmask|${actorId}`);
}

/** How many the actor has unmasked since midnight in Jakarta. */
export async function countUnmaskings(tx: Tx, actorId: string, today: CivilDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.unmaskings
    where actor_id = ${actorId} and at >= ${today}::date::timestamp at time zone 'Asia/Jakarta'`.execute(tx);
  return rows[0]!.n;
}

export type Unmasking = {
  readonly regionCode: string;
  readonly id: string;
  readonly actorId: string;
  readonly at: Date;
};

export async function insertUnmasking(tx: Tx, { regionCode, id, actorId, at }: Unmasking): Promise<void> {
  await sql`insert into app.unmaskings (region_code, id, actor_id, at) values (${regionCode}, ${id}, ${actorId}, ${at})`.execute(
    tx,
  );
}
