import { type Kysely, sql } from "kysely";
import type { Role } from "#app";

type Db = Kysely<unknown>;

export type Appointment = {
  readonly userId: string;
  readonly name: string;
  readonly regionCode: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly steppedUpAt: Date | null;
};

/** The account's latest appointment valid on the day, with the step-up time of its session. */
export async function findAppointment(
  db: Db,
  of: {
    readonly userId: string;
    readonly regionCode: string;
    readonly today: string;
    readonly sessionId: string | null;
  },
): Promise<Appointment | undefined> {
  const result = await sql<Appointment>`
    select a.user_id, u."name", a.region_code, a.role, a.scope,
      (select s.at from auth.step_ups s where s.session_id = ${of.sessionId}) as stepped_up_at
    from auth.appointments a join auth."user" u on u."id" = a.user_id
    join auth.account_lives l on l.user_id = a.user_id and l.ended_at is null
    where a.user_id = ${of.userId} and a.region_code = ${of.regionCode}
      and a.valid_from <= ${of.today}::date and (a.valid_until is null or a.valid_until > ${of.today}::date)
    order by a.valid_from desc, a.id desc limit 1`.execute(db);
  return result.rows[0];
}

export type SessionUser = {
  readonly userId: string;
  readonly sessionId: string;
  readonly lastUsed: Date;
  readonly hasSecondFactor: boolean;
};

export async function findSessionUser(db: Db, tokenDigest: string): Promise<SessionUser | undefined> {
  const result = await sql<SessionUser>`
    select s."userId", s."id" as session_id, s."updatedAt" as last_used,
      coalesce(u."twoFactorEnabled", false) as has_second_factor
    from auth."session" s join auth."user" u on u."id" = s."userId"
    where s."token" = ${tokenDigest} and s."expiresAt" > now()`.execute(db);
  return result.rows[0];
}

/** Sign-in keeps the machine's clock. */
export async function deleteExpiredSignIns(db: Db): Promise<void> {
  await sql`delete from auth."session" where "expiresAt" < now()`.execute(db);
  await sql`delete from auth."verification" where "expiresAt" < now()`.execute(db);
}

export async function findUserByEmail(db: Db, email: string): Promise<string | undefined> {
  const result = await sql<{ id: string }>`select "id" from auth."user" where "email" = ${email}`.execute(db);
  return result.rows[0]?.id;
}

export async function insertStepUp(db: Db, sessionId: string): Promise<void> {
  await sql`delete from auth.step_ups where session_id = ${sessionId}`.execute(db);
  await sql`insert into auth.step_ups (session_id, at) values (${sessionId}, now())`.execute(db);
}

export async function listUserNames(
  db: Db,
  userIds: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const result = await sql<{ id: string; name: string }>`
    select "id", "name" from auth."user" where "id" = any(${userIds}::uuid[])`.execute(db);
  return result.rows;
}
