import { type Kysely, sql } from "kysely";
import type { Tried } from "./attempt-rules.ts";

type Db = Kysely<unknown>;

export type AttemptKind =
  | "password"
  | "code"
  | "invitation"
  | "card"
  | "incident-report"
  | "incident-code"
  | "alms-pledge"
  | "alms-code"
  | "handover-code";

/** Whose attempt, from where; both as keyed digests. */
export type AttemptKey = {
  readonly kind: AttemptKind;
  readonly account: Buffer;
  readonly address: Buffer;
};

/** Holds the row of this account at this address until the transaction ends, so that attempts come one by one. */
export async function holdAttempt(tx: Db, key: AttemptKey): Promise<{ readonly failures: number }> {
  const { rows } = await sql<{ failures: number }>`
    insert into auth.attempts (kind, account, address, tried_at) values (${key.kind}, ${key.account}, ${key.address}, now())
    on conflict (kind, account, address) do update set
      failures = case when auth.attempts.tried_at < now() - interval '1 day' then 0 else auth.attempts.failures end,
      tried_at = now()
    returning failures`.execute(tx);
  return rows[0]!;
}

/** What was tried: by this account here, by it from everywhere within an hour, by everybody here within a quarter of one. */
export async function findTried(tx: Db, key: AttemptKey): Promise<Tried> {
  const { kind, account, address } = key;
  type Row = {
    readonly pairWait: number;
    readonly isKnownHere: boolean;
    readonly accountFailures: number;
    readonly accountSince: number;
    readonly addressFailures: number;
    readonly addressSince: number;
  };
  const { rows } = await sql<Row>`
    select coalesce(greatest(0, extract(epoch from a.blocked_until - now())), 0)::float8 as pair_wait,
      coalesce(a.succeeded_at > now() - interval '90 days', false) as is_known_here,
      w.failures as account_failures, w.since as account_since, h.failures as address_failures, h.since as address_since
    from auth.attempts a,
      (select coalesce(sum(failures), 0)::int as failures, coalesce(extract(epoch from now() - max(failed_at)), 0)::float8 as since
       from auth.attempts where kind = ${kind} and account = ${account} and failed_at > now() - interval '1 hour') w,
      (select count(*)::int as failures, coalesce(extract(epoch from now() - max(failed_at)), 0)::float8 as since
       from auth.attempts where kind = ${kind} and address = ${address} and failed_at > now() - interval '15 minutes') h
    where a.kind = ${kind} and a.account = ${account} and a.address = ${address}`.execute(tx);
  const row = rows[0]!;
  return {
    pairWait: row.pairWait,
    isKnownHere: row.isKnownHere,
    account: { failures: row.accountFailures, secondsSince: row.accountSince },
    address: { failures: row.addressFailures, secondsSince: row.addressSince },
  };
}

/** Counts an attempt as failed before it is looked at, and says how long the next one waits. */
export async function countAttempt(
  tx: Db,
  key: AttemptKey,
  of: { readonly failures: number; readonly waitSeconds: number },
): Promise<void> {
  await sql`
    update auth.attempts set failures = ${of.failures},
      blocked_until = ${of.waitSeconds === 0 ? null : sql`now() + make_interval(secs => ${of.waitSeconds})`}
    where kind = ${key.kind} and account = ${key.account} and address = ${key.address}`.execute(tx);
}

/** It was wrong; or right, and then everything before it is forgiven. */
export async function settleAttempt(db: Db, key: AttemptKey, isRight: boolean): Promise<void> {
  const change = isRight
    ? sql`failures = 0, failed_at = null, blocked_until = null, succeeded_at = now()`
    : sql`failed_at = now()`;
  await sql`
    update auth.attempts set ${change}
    where kind = ${key.kind} and account = ${key.account} and address = ${key.address}`.execute(db);
}

/** Attempts older than a day hold nobody up; where one is known is kept as long as it counts. */
export async function deleteOldAttempts(db: Db): Promise<void> {
  await sql`
    delete from auth.attempts where tried_at < now() - interval '1 day'
      and coalesce(succeeded_at < now() - interval '90 days', true)`.execute(db);
}
