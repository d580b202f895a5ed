import { sql } from "kysely";
import type { Tx } from "#database";
import type { Topic } from "./topic.ts";

export type Message = {
  readonly id: string;
  readonly topic: Topic;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
};

type NewMessage = {
  readonly id: string;
  readonly regionCode: string;
  readonly topic: Topic;
  readonly payload: object;
};

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await sql`
    insert into app.outbox (id, region_code, topic, payload)
    values (${message.id}, ${message.regionCode}, ${message.topic}, ${JSON.stringify(message.payload)}::jsonb)`.execute(
    tx,
  );
}

/**
 * Claims the oldest due message, locked until the transaction ends. Only rows of transactions older than every running
 * one are looked at, so that work is handed on in the order it was committed and none is passed over.
 */
export async function claimMessage(tx: Tx): Promise<Message | undefined> {
  const result = await sql<Message>`
    select id, topic, payload, attempts from app.outbox
    where done_at is null and failed_at is null and next_at <= greatest(clock_timestamp(), app.now()) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit 1 for update skip locked`.execute(tx);
  return result.rows[0];
}

export async function completeMessage(tx: Tx, id: string): Promise<void> {
  await sql`update app.outbox set done_at = clock_timestamp(), attempts = attempts + 1 where id = ${id}`.execute(
    tx,
  );
}

/** Later again, waiting twice as long each time; given up after `maxAttempts` and left for a person to look at. */
export async function postponeMessage(
  tx: Tx,
  id: string,
  failure: { readonly error: string; readonly maxAttempts: number },
): Promise<void> {
  await sql`
    update app.outbox set attempts = attempts + 1, last_error = ${failure.error},
      next_at = clock_timestamp() + make_interval(secs => least(3600, power(2, attempts))),
      failed_at = case when attempts + 1 >= ${failure.maxAttempts} then clock_timestamp() end
    where id = ${id}`.execute(tx);
}
