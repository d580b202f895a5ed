import type { CivilDate } from "@tuwai/domain/time";
import { type RawBuilder, sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";
import type { EndReason } from "./life.store.ts";

/** How an account stands: what an administrator has to know before anything else. */
export const accountStates = ["waiting", "invited", "code-dead", "no-post", "active", "ended"] as const;
export type AccountState = (typeof accountStates)[number];

export type AccountRow = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly state: AccountState;
  readonly role: Role | null;
  readonly scope: string | null;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
  readonly codeExpiresAt: Date | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly lastSignIn: Date | null;
};

export type AccountQuery = {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  readonly scope?: string | undefined;
  readonly state?: string | undefined;
};

export type Moment = {
  readonly regionCode: string;
  readonly now: Date;
  readonly today: CivilDate;
  readonly mostWrong: number;
};

/** Accounts of the city with the post of the day, or the one they wait for or will have. */
function accountsAt({ regionCode, now, today, mostWrong }: Moment): RawBuilder<AccountRow> {
  return sql`(
    select l.user_id as account_id, u."name", u."email", l.made_at, l.ended_at, l.end_reason, coalesce(p.role, r.role) as role,
      coalesce(p.scope, r.scope) as scope, i.expires_at as code_expires_at, c."password" is not null as has_password,
      coalesce(u."twoFactorEnabled", false) as has_second_factor,
      (select max(s."createdAt") from auth."session" s where s."userId" = l.user_id) as last_sign_in,
      case when l.ended_at is not null then 'ended'
        when r.id is not null then 'waiting'
        when c."password" is null and i.expires_at > ${now} and i.wrong_attempts < ${mostWrong} then 'invited'
        when c."password" is null then 'code-dead'
        when p.valid_from is null or p.valid_from > ${today}::date then 'no-post'
        else 'active' end as state
    from auth.account_lives l join auth."user" u on u."id" = l.user_id
    left join auth."account" c on c."userId" = l.user_id
    left join auth.invitations i on i.user_id = l.user_id and i.closed_at is null
    left join lateral (select q.* from auth.account_requests q where q.user_id = l.user_id and q.decided_at is null
      order by q.id limit 1) r on true
    left join lateral (select a.* from auth.appointments a where a.user_id = l.user_id and a.region_code = l.region_code
      and (l.ended_at is not null or a.valid_until is null or a.valid_until > ${today}::date)
      order by (a.valid_from > ${today}::date), a.valid_from desc, a.id desc limit 1) p on true
    where l.region_code = ${regionCode})`;
}

function matching({ q, role, scope, state }: AccountQuery): RawBuilder<boolean> {
  const like = `%${(q ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(${q ?? null}::text is null or x.name ilike ${like} or x.email ilike ${like})
    and (${role ?? null}::text is null or x.role = ${role ?? null}) and (${scope ?? null}::text is null or x.scope = ${scope ?? null})
    and (${state ?? null}::text is null or x.state = ${state ?? null})`;
}

export async function countAccounts(tx: Tx, at: Moment, query: AccountQuery): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${accountsAt(at)} x where ${matching(query)}`.execute(tx);
  return rows[0]!.n;
}

/** What waits for somebody first, then by name; ended ones last. */
export async function listAccountRows(
  tx: Tx,
  at: Moment,
  query: AccountQuery & { readonly limit: number; readonly offset: number },
): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select x.* from ${accountsAt(at)} x where ${matching(query)}
    order by array_position(${[...accountStates]}::text[], x.state), x.name, x.account_id
    limit ${query.limit} offset ${query.offset}`.execute(tx);
  return rows;
}

export async function findAccountRow(tx: Tx, at: Moment, accountId: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select x.* from ${accountsAt(at)} x where x.account_id = ${accountId}`.execute(tx);
  return rows[0];
}

export type PostRow = {
  readonly postId: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly validFrom: CivilDate;
  readonly validUntil: CivilDate | null;
};

export async function listPosts(tx: Tx, accountId: string): Promise<readonly PostRow[]> {
  const { rows } = await sql<PostRow>`
    select id as post_id, role, scope, valid_from::text, valid_until::text from auth.appointments
    where user_id = ${accountId} order by valid_from desc, id desc`.execute(tx);
  return rows;
}

export type WaitingRequest = {
  readonly requestId: string;
  readonly accountId: string;
  readonly kind: "appoint" | "reset";
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly scope: string | null;
  readonly dropsSecondFactor: boolean;
  /** Agreeing gives a one-time code: for somebody without a password, or a reset. */
  readonly givesCode: boolean;
  readonly askedAt: Date;
  readonly askedBy: string | null;
  /** Whether the reader asked for it, or it is about the reader: somebody else decides. */
  readonly isOwn: boolean;
};

export async function listWaiting(
  tx: Tx,
  regionCode: string,
  reader: string,
): Promise<readonly WaitingRequest[]> {
  const { rows } = await sql<WaitingRequest>`
    select r.id as request_id, r.user_id as account_id, r.kind, u."name", u."email", r.role, r.scope, r.drops_second_factor, r.asked_at,
      r.kind = 'reset' or not exists (select from auth."account" a where a."userId" = r.user_id and a."password" is not null) as gives_code,
      b."name" as asked_by, (r.asked_by = ${reader} or r.user_id = ${reader}) as is_own
    from auth.account_requests r join auth."user" u on u."id" = r.user_id left join auth."user" b on b."id" = r.asked_by
    where r.region_code = ${regionCode} and r.decided_at is null order by r.asked_at, r.id`.execute(tx);
  return rows;
}
