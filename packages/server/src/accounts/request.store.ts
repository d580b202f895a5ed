import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";
import type { Held } from "#tasks";

/** What waits for a second person: a role for an account, or a new code for one. */
export type Request = {
  readonly id: string;
  readonly userId: string;
  readonly kind: "appoint" | "reset";
  readonly role: Role | null;
  readonly scope: string | null;
  readonly validFrom: CivilDate | null;
  readonly lastDay: CivilDate | null;
  readonly dropsSecondFactor: boolean;
  readonly askedBy: string;
};

export async function insertRequest(
  tx: Tx,
  row: Request & { readonly regionCode: string; readonly askedAt: Date },
): Promise<void> {
  await sql`
    insert into auth.account_requests (id, user_id, region_code, kind, role, scope, valid_from, last_day,
      drops_second_factor, asked_by, asked_at)
    values (${row.id}, ${row.userId}, ${row.regionCode}, ${row.kind}, ${row.role}, ${row.scope}, ${row.validFrom}::date,
      ${row.lastDay}::date, ${row.dropsSecondFactor}, ${row.askedBy}, ${row.askedAt})`.execute(tx);
}

/** A request of the city that nobody has decided, held until the transaction ends. */
export async function findOpenRequest(tx: Tx, regionCode: string, id: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`
    select id, user_id, kind, role, scope, valid_from::text, last_day::text, drops_second_factor, asked_by
    from auth.account_requests where region_code = ${regionCode} and id = ${id} and decided_at is null for update`.execute(
    tx,
  );
  return rows[0];
}

export async function decideRequest(
  tx: Tx,
  of: {
    readonly id: string;
    readonly by: string;
    readonly at: Date;
    readonly decision: "approved" | "refused";
  },
): Promise<void> {
  await sql`
    update auth.account_requests set decided_by = ${of.by}, decided_at = ${of.at}, decision = ${of.decision}
    where id = ${of.id}`.execute(tx);
}

/** Whether something of this account waits for a second person. */
export async function hasOpenRequest(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.account_requests where user_id = ${userId} and decided_at is null limit 1`.execute(tx);
  return rows.length > 0;
}

/** What of the city waits for somebody else than the asker and the account itself. */
export async function countOpenRequests(tx: Tx, regionCode: string, forUser: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from auth.account_requests
    where region_code = ${regionCode} and decided_at is null and asked_by <> ${forUser} and user_id <> ${forUser}`.execute(
    tx,
  );
  return rows[0]!.n;
}

/** What waited for an account that has ended waits for nobody. */
export async function forgetRequests(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth.account_requests where user_id = ${userId} and decided_at is null`.execute(tx);
}

/** What this person asked for and nobody has decided. */
export async function findOwnRequests(tx: Tx, regionCode: string, askedBy: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select count(*)::int as count, min(asked_at) as since from auth.account_requests
    where region_code = ${regionCode} and decided_at is null and asked_by = ${askedBy}`.execute(tx);
  return rows[0]!;
}
