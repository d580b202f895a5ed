import { sql } from "kysely";
import type { Tx } from "#database";
import type { Topic, WorkPayloads } from "./topics.ts";

/** Work taken together under one lease: one message, or several that unite. */
export type Unit<T extends Topic = Topic> = {
  readonly lease: string;
  readonly topic: T;
  readonly messages: readonly Message<T>[];
};

type Message<T extends Topic> = {
  readonly id: string;
  readonly payload: WorkPayloads[T];
  readonly attempts: number;
  readonly retriedAt: Date | null;
};

type NewRow = {
  readonly id: string;
  readonly regionCode: string;
  readonly topic: Topic;
  readonly payload: WorkPayloads[Topic];
  readonly key: string | null;
};

/** What a worker may take. */
export type Claim = {
  readonly lease: string;
  readonly leaseSeconds: number;
  readonly notTopics: readonly Topic[];
  /** Topics whose waiting messages are taken together. */
  readonly uniting: readonly Topic[];
  readonly most: number;
  /** A pause before the next attempt is not waited for. */
  readonly hurry: boolean;
};

export async function insertWork(tx: Tx, row: NewRow): Promise<void> {
  await sql`
    insert into app.work (id, region_code, topic, key, payload)
    values (${row.id}, ${row.regionCode}, ${row.topic}, ${row.key}, ${JSON.stringify(row.payload)}::jsonb)`.execute(
    tx,
  );
}

/**
 * Leases the oldest work that waits, with what unites with it. The transaction is short and nobody waits: rows that another
 * worker is taking are skipped, and rows of a transaction still open are seen when it has committed.
 */
export async function claimWork(tx: Tx, claim: Claim): Promise<Unit | undefined> {
  const waits = sql`done_at is null and failed_at is null and (${claim.hurry} or not_before <= clock_timestamp())
    and (leased_until is null or leased_until < clock_timestamp())`;
  const first = await sql<Message<Topic> & { topic: Topic; key: string | null }>`
    select id, topic, key, payload, attempts, retried_at from app.work
    where ${waits} and topic <> all (${[...claim.notTopics]}::text[])
    order by at, id limit 1 for update skip locked`.execute(tx);
  const head = first.rows[0];
  if (!head) return undefined;
  const { topic, key } = head;
  const others = claim.uniting.includes(topic)
    ? await sql<Message<Topic>>`
        select id, payload, attempts, retried_at from app.work
        where ${waits} and topic = ${topic} and key is not distinct from ${key} and id <> ${head.id}
        order by at, id limit ${claim.most - 1} for update skip locked`.execute(tx)
    : { rows: [] };
  const messages = [head, ...others.rows];
  await sql`
    update app.work set leased_by = ${claim.lease}, attempts = attempts + 1,
      leased_until = clock_timestamp() + make_interval(secs => ${claim.leaseSeconds})
    where id = any(${messages.map(({ id }) => id)}::uuid[])`.execute(tx);
  return { lease: claim.lease, topic, messages };
}

/** The worker lives: its lease lasts again. False when another has taken the work meanwhile. */
export async function renewLease(tx: Tx, lease: string, leaseSeconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.work set leased_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where leased_by = ${lease} and done_at is null and failed_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Ticks the work of this lease; false when the lease was lost and the work is another's. */
export async function completeWork(tx: Tx, lease: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update app.work set done_at = app.now(), leased_by = null, leased_until = null
    where leased_by = ${lease} and done_at is null and failed_at is null`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Later again, waiting twice as long each time; given up after `maxAttempts` and left for a person to look at. */
export async function postponeWork(
  tx: Tx,
  lease: string,
  failure: { readonly error: string; readonly maxAttempts: number },
): Promise<void> {
  await sql`
    update app.work set last_error = ${failure.error}, leased_by = null, leased_until = null,
      not_before = clock_timestamp() + make_interval(secs => least(3600, power(2, attempts - 1))),
      failed_at = case when attempts >= ${failure.maxAttempts} then app.now() end
    where leased_by = ${lease} and done_at is null and failed_at is null`.execute(tx);
}

/** How much is neither done nor given up: waiting, paused or in somebody's hands. */
export async function countOpenWork(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app.work where done_at is null and failed_at is null`.execute(tx);
  return rows[0]!.count;
}
