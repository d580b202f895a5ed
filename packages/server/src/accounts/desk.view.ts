import type { CivilDate } from "@tuwai/domain/time";
import { type Kysely, sql } from "kysely";
import type { Role } from "#app";

/** A post that somebody holds today. */
export type Desk = {
  readonly userId: string;
  readonly role: Role;
  /** Village, kecamatan, office or branch; null for the whole city. */
  readonly scope: string | null;
};

type Of = { readonly regionCode: string; readonly today: CivilDate };

/** Who holds one of these roles today, each post once. */
export async function listDesks(
  db: Kysely<unknown>,
  { regionCode, today, roles }: Of & { readonly roles: readonly Role[] },
): Promise<readonly Desk[]> {
  const { rows } = await sql<Desk>`
    select distinct a.user_id, a.role, a.scope
    from auth.appointments a join auth.account_lives l on l.user_id = a.user_id and l.ended_at is null
    where a.region_code = ${regionCode} and a.role = any(${roles}::text[]) and a.valid_from <= ${today}::date
      and (a.valid_until is null or a.valid_until > ${today}::date)
    order by a.role, a.scope, a.user_id`.execute(db);
  return rows;
}

/** The address of whoever still holds this post. */
export async function findMailbox(
  db: Kysely<unknown>,
  { regionCode, today, desk }: Of & { readonly desk: Desk },
): Promise<string | undefined> {
  const { rows } = await sql<{ email: string }>`
    select u."email" from auth.appointments a join auth.account_lives l on l.user_id = a.user_id and l.ended_at is null
      join auth."user" u on u."id" = a.user_id
    where a.region_code = ${regionCode} and a.user_id = ${desk.userId} and a.role = ${desk.role}
      and a.scope is not distinct from ${desk.scope} and a.valid_from <= ${today}::date
      and (a.valid_until is null or a.valid_until > ${today}::date) limit 1`.execute(db);
  return rows[0]?.email;
}
