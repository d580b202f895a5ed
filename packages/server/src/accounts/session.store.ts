import { sql } from "kysely";
import type { Tx } from "#database";

export type SeenSession = {
  readonly sessionId: string;
  readonly since: Date;
  /** Renewed at most once an hour while it is used. */
  readonly lastUsed: Date;
  readonly userAgent: string | null;
};

export async function listUserSessions(tx: Tx, userId: string): Promise<readonly SeenSession[]> {
  const { rows } = await sql<SeenSession>`
    select "id" as session_id, "createdAt" as since, "updatedAt" as last_used, "userAgent" as user_agent
    from auth."session" where "userId" = ${userId} and "expiresAt" > now() order by "updatedAt" desc`.execute(
    tx,
  );
  return rows;
}

/** Ends sessions of an account: all, one, or all but one; how many there were. */
export async function deleteSessions(
  tx: Tx,
  of: { readonly userId: string; readonly only?: string; readonly except?: string },
): Promise<number> {
  const { rows } = await sql`
    delete from auth."session" where "userId" = ${of.userId}
      and (${of.only ?? null}::uuid is null or "id" = ${of.only ?? null}::uuid)
      and (${of.except ?? null}::uuid is null or "id" <> ${of.except ?? null}::uuid) returning "id"`.execute(
    tx,
  );
  return rows.length;
}
