import { sql } from "kysely";
import type { Tx } from "#database";

export type Purpose = "invitation" | "reset";

type New = {
  readonly id: string;
  readonly userId: string;
  readonly regionCode: string;
  readonly purpose: Purpose;
  readonly number: string;
  readonly secretDigest: Buffer;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

/** Adds a code; false when its number was drawn before. */
export async function insertInvitation(tx: Tx, row: New): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.invitations (id, user_id, region_code, purpose, number, secret_digest, issued_by, issued_at, expires_at)
    values (${row.id}, ${row.userId}, ${row.regionCode}, ${row.purpose}, ${row.number}, ${row.secretDigest}, ${row.issuedBy},
      ${row.issuedAt}, ${row.expiresAt}) on conflict (number) do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export type Invitation = {
  readonly id: string;
  readonly userId: string;
  readonly purpose: Purpose;
  readonly secretDigest: Buffer;
  readonly expiresAt: Date;
  readonly wrongAttempts: number;
  readonly isClosed: boolean;
};

/** The code with this number, held until the transaction ends so that attempts are counted one by one. */
export async function findInvitation(
  tx: Tx,
  regionCode: string,
  number: string,
): Promise<Invitation | undefined> {
  const { rows } = await sql<Invitation>`
    select id, user_id, purpose, secret_digest, expires_at, wrong_attempts, closed_at is not null as is_closed
    from auth.invitations where region_code = ${regionCode} and number = ${number} for update`.execute(tx);
  return rows[0];
}

export async function countWrongAttempt(tx: Tx, id: string): Promise<void> {
  await sql`update auth.invitations set wrong_attempts = wrong_attempts + 1 where id = ${id}`.execute(tx);
}

/** Closes the account's open code; a code is closed once and stays so. */
export async function closeInvitations(
  tx: Tx,
  of: { readonly userId: string; readonly at: Date; readonly as: "used" | "replaced" | "ended" },
): Promise<void> {
  await sql`
    update auth.invitations set closed_at = ${of.at}, closed_as = ${of.as}
    where user_id = ${of.userId} and closed_at is null`.execute(tx);
}
