import { type Kysely, sql } from "kysely";

type Db = Kysely<unknown>;

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: Db, sessionId: string): Promise<void> {
  await sql`
    update auth."session" set "updatedAt" = now()
    where "id" = ${sessionId} and "updatedAt" < now() - interval '1 minute'`.execute(db);
}

export async function deleteSession(db: Db, sessionId: string): Promise<void> {
  await sql`delete from auth."session" where "id" = ${sessionId}`.execute(db);
}

/** Ends the oldest sessions of an account beyond so many. */
export async function keepNewestSessions(db: Db, userId: string, count: number): Promise<void> {
  await sql`
    delete from auth."session" where "userId" = ${userId} and "id" not in (
      select "id" from auth."session" where "userId" = ${userId} order by "createdAt" desc, "id" desc limit ${count})`.execute(
    db,
  );
}
