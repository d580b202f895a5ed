import { sql } from "kysely";
import { lockCity, type Tx } from "#database";

/** One at a time per actor, so that two requests cannot both be the thirtieth. */
export async function lockUnmasking(tx: Tx, actorId: string): Promise<void> {
  await lockCity(tx, `unmask|${actorId}`);
}

/** How many the actor has unmasked since midnight in Jakarta, by the clock that dates the operations. */
export async function countUnmaskedToday(tx: Tx, operation: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.operations
    where name = ${operation} and actor_id = (select app.actor_id())
      and at >= date_trunc('day', (select app.now()) at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'`.execute(
    tx,
  );
  return rows[0]!.n;
}

export async function insertOperation(
  tx: Tx,
  operation: {
    readonly regionCode: string;
    readonly id: string;
    readonly name: string;
    readonly actorId: string;
  },
): Promise<void> {
  await sql`
    insert into app.operations (region_code, id, name, actor_id, request_hash)
    values (${operation.regionCode}, ${operation.id}, ${operation.name}, ${operation.actorId}, ${Buffer.alloc(32)})`.execute(
    tx,
  );
}

export async function findSealedNik(tx: Tx, personId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ nik: Buffer | null }>`
    select nik_sealed as nik from app.persons where id = ${personId}`.execute(tx);
  return rows[0]?.nik ?? null;
}
