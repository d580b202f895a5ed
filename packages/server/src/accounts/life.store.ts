import { sql } from "kysely";
import type { Tx } from "#database";

export const endReasons = ["moved", "retired", "replaced", "misuse", "other"] as const;
export type EndReason = (typeof endReasons)[number];

type Life = { readonly userId: string; readonly regionCode: string; readonly by: string; readonly at: Date };

/** Begins the life of an account, or the next one of an account that had ended. */
export async function beginLife(tx: Tx, { userId, regionCode, by, at }: Life): Promise<void> {
  await sql`
    insert into auth.account_lives (user_id, region_code, made_by, made_at) values (${userId}, ${regionCode}, ${by}, ${at})
    on conflict (user_id) do update set made_by = excluded.made_by, made_at = excluded.made_at, ended_by = null, ended_at = null,
      end_reason = null`.execute(tx);
}

export async function endLife(
  tx: Tx,
  of: Omit<Life, "regionCode"> & { readonly reason: EndReason },
): Promise<void> {
  await sql`
    update auth.account_lives set ended_by = ${of.by}, ended_at = ${of.at}, end_reason = ${of.reason}
    where user_id = ${of.userId}`.execute(tx);
}

/** How many accounts the city ever had. */
export async function countLives(tx: Tx, regionCode: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from auth.account_lives where region_code = ${regionCode}`.execute(tx);
  return rows[0]!.n;
}

/** The account with this address: where it lives, and whether it has ended. */
export async function findByEmail(
  tx: Tx,
  email: string,
): Promise<
  { readonly userId: string; readonly regionCode: string | null; readonly isEnded: boolean } | undefined
> {
  const { rows } = await sql<{ userId: string; regionCode: string | null; isEnded: boolean }>`
    select u."id" as user_id, l.region_code, l.ended_at is not null as is_ended
    from auth."user" u left join auth.account_lives l on l.user_id = u."id" where u."email" = ${email}`.execute(
    tx,
  );
  return rows[0];
}

export async function insertUser(
  tx: Tx,
  user: { readonly userId: string; readonly email: string; readonly name: string },
): Promise<void> {
  await sql`
    insert into auth."user" ("id", "name", "email", "emailVerified")
    values (${user.userId}, ${user.name}, ${user.email}, true)`.execute(tx);
}

export async function renameUser(tx: Tx, userId: string, name: string): Promise<void> {
  await sql`update auth."user" set "name" = ${name}, "updatedAt" = now() where "id" = ${userId}`.execute(tx);
}

/** Sets the password, whether there was one or not. */
export async function savePassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await deletePassword(tx, userId);
  await sql`
    insert into auth."account" ("accountId", "providerId", "userId", "password", "updatedAt")
    values (${userId}, 'credential', ${userId}, ${passwordHash}, now())`.execute(tx);
}

export async function deletePassword(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth."account" where "userId" = ${userId}`.execute(tx);
}

export async function deleteSecondFactor(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth."twoFactor" where "userId" = ${userId}`.execute(tx);
  await sql`update auth."user" set "twoFactorEnabled" = false where "id" = ${userId}`.execute(tx);
}

/** Accounts of the city that have not ended. */
export async function countStanding(tx: Tx, regionCode: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from auth.account_lives where region_code = ${regionCode} and ended_at is null`.execute(
    tx,
  );
  return rows[0]!.n;
}
