import { sql } from "kysely";
import { lockCity, type Tx } from "#database";
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

/** Work that is not tried again by itself. */
export type Buried = {
  readonly topic: Topic;
  readonly payload: WorkPayloads[Topic];
  readonly attempts: number;
};

type NewRow = {
  readonly id: string;
  readonly regionCode: string;
  readonly topic: Topic;
  readonly payload: WorkPayloads[Topic];
  readonly key: string | null;
  readonly inSeconds: number;
};

/** What a worker may take. */
export type Claim = {
  readonly lease: string;
  readonly leaseSeconds: number;
  readonly notTopics: readonly Topic[];
  /** Topics whose waiting messages are taken together. */
  readonly uniting: readonly Topic[];
  readonly most: number;
  /** Topics of which one piece of each key is in hand at a time. */
  readonly apart: readonly Topic[];
  /** A pause before the next attempt is not waited for. */
  readonly hurry: boolean;
};

/** How often work is tried, and how many processes may die with it in hand. */
export type Patience = { readonly maxAttempts: number; readonly maxDeaths: number };

export async function insertWork(tx: Tx, row: NewRow): Promise<void> {
  await sql`
    insert into app.work (id, region_code, topic, key, payload, not_before)
    values (${row.id}, ${row.regionCode}, ${row.topic}, ${row.key}, ${JSON.stringify(row.payload)}::jsonb,
      case when ${row.inSeconds} > 0 then clock_timestamp() + make_interval(secs => ${row.inSeconds}) else '-infinity' end)`.execute(
    tx,
  );
}

type Head = Message<Topic> & {
  readonly topic: Topic;
  readonly key: string | null;
  /** A process had it in hand and ended without a word. */
  readonly isOrphan: boolean;
  readonly deaths: number;
};

/**
 * Leases the oldest work that waits, with what unites with it. The transaction is short: rows that another
 * worker is taking are skipped, and rows of a transaction still open are seen when it has committed. An attempt counts from
 * here on, so that a process which dies of the work has tried it; work that too many died with is buried instead of taken,
 * and work that one died with is taken alone.
 */
export async function claimWork(
  tx: Tx,
  claim: Claim,
  patience: Patience,
): Promise<{ readonly unit: Unit | undefined; readonly buried: readonly Buried[] }> {
  const buried: Buried[] = [];
  // Lanes that take work of one key must see what the others have just taken.
  if (claim.apart.some((topic) => !claim.notTopics.includes(topic))) await lockCity(tx, "work.claim");
  for (;;) {
    const head = await takeHead(tx, claim);
    if (!head) return { unit: undefined, buried };
    const deaths = head.deaths + (head.isOrphan ? 1 : 0);
    if (head.isOrphan && (deaths >= patience.maxDeaths || head.attempts >= patience.maxAttempts)) {
      await buryWork(tx, head.id, deaths);
      buried.push(head);
      continue;
    }
    const others =
      deaths === 0 && claim.uniting.includes(head.topic) ? await takeOthers(tx, claim, head) : [];
    const messages = [head, ...others];
    await sql`
      update app.work set leased_by = ${claim.lease}, attempts = attempts + 1,
        deaths = deaths + case when leased_until is null then 0 else 1 end,
        leased_until = clock_timestamp() + make_interval(secs => ${claim.leaseSeconds})
      where id = any(${messages.map(({ id }) => id)}::uuid[])`.execute(tx);
    return { unit: { lease: claim.lease, topic: head.topic, messages }, buried };
  }
}

const waits = ({ hurry }: Pick<Claim, "hurry">) => sql`done_at is null and failed_at is null
  and (${hurry} or not_before <= clock_timestamp()) and (leased_until is null or leased_until < clock_timestamp())`;

async function takeHead(tx: Tx, claim: Claim): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select id, topic, key, payload, attempts, retried_at, deaths, leased_until is not null as is_orphan from app.work w
    where ${waits(claim)} and topic <> all (${[...claim.notTopics]}::text[])
      and (key is null or topic <> all (${[...claim.apart]}::text[]) or not exists (
        select from app.work busy where busy.topic = w.topic and busy.key = w.key and busy.done_at is null
          and busy.failed_at is null and busy.leased_until >= clock_timestamp()))
    order by at, id limit 1 for update skip locked`.execute(tx);
  return rows[0];
}

/** Whether somebody waits for work of this topic whose key nobody has in hand: they would be next if a lane were free. */
export async function hasWaiting(tx: Tx, topic: Topic): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from app.work w where ${waits({ hurry: false })} and topic = ${topic} and leased_until is null
      and (key is null or not exists (
        select from app.work busy where busy.topic = w.topic and busy.key = w.key and busy.done_at is null
          and busy.failed_at is null and busy.leased_until >= clock_timestamp()))) as waits`.execute(tx);
  return rows[0]!.waits;
}

async function takeOthers(tx: Tx, claim: Claim, head: Head): Promise<readonly Message<Topic>[]> {
  const { rows } = await sql<Message<Topic>>`
    select id, payload, attempts, retried_at from app.work
    where ${waits(claim)} and topic = ${head.topic} and key is not distinct from ${head.key} and id <> ${head.id}
      and leased_until is null and deaths = 0
    order by at, id limit ${claim.most - 1} for update skip locked`.execute(tx);
  return rows;
}

async function buryWork(tx: Tx, id: string, deaths: number): Promise<void> {
  await sql`
    update app.work set failed_at = app.now(), last_error = 'died', deaths = ${deaths}, leased_by = null, leased_until = null
    where id = ${id}`.execute(tx);
}

/** The work goes back as if it had not been taken. */
export async function giveBackWork(tx: Tx, lease: string): Promise<void> {
  await sql`
    update app.work set leased_by = null, leased_until = null, attempts = attempts - 1
    where leased_by = ${lease} and done_at is null and failed_at is null`.execute(tx);
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

/** Later again, waiting twice as long each time; given up after `maxAttempts`, left for a person to look at, and returned. */
export async function postponeWork(
  tx: Tx,
  lease: string,
  failure: { readonly error: string; readonly maxAttempts: number },
): Promise<readonly Buried[]> {
  const { rows } = await sql<Buried & { readonly isFailed: boolean }>`
    update app.work set last_error = ${failure.error}, leased_by = null, leased_until = null,
      not_before = clock_timestamp() + make_interval(secs => least(3600, power(2, attempts - 1))),
      failed_at = case when attempts >= ${failure.maxAttempts} then app.now() end
    where leased_by = ${lease} and done_at is null and failed_at is null
    returning topic, payload, attempts, failed_at is not null as is_failed`.execute(tx);
  return rows.filter(({ isFailed }) => isFailed);
}

/** How much is neither done nor given up: waiting, paused or in somebody's hands. */
export async function countOpenWork(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from app.work where done_at is null and failed_at is null`.execute(tx);
  return rows[0]!.count;
}
