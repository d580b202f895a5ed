import { sql } from "kysely";
import type { Tx } from "#database";

type SealedAccount = { readonly bankSealed: Buffer | null; readonly numberSealed: Buffer | null };

export async function findMandateAccount(tx: Tx, pledgeId: string): Promise<SealedAccount | undefined> {
  const { rows } = await sql<SealedAccount>`
    select bank_sealed, number_sealed from app.mandate_accounts where pledge_id = ${pledgeId}`.execute(tx);
  return rows[0];
}

export async function keepMandateAccount(
  tx: Tx,
  account: SealedAccount & { readonly regionCode: string; readonly pledgeId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.mandate_accounts (region_code, pledge_id, bank_sealed, number_sealed, at)
    values (${account.regionCode}, ${account.pledgeId}, ${account.bankSealed}, ${account.numberSealed}, ${account.at})
    on conflict (pledge_id) do update set bank_sealed = excluded.bank_sealed, number_sealed = excluded.number_sealed,
      at = excluded.at`.execute(tx);
}

/** Nothing needs the account any more. */
export async function emptyMandateAccount(tx: Tx, pledgeId: string, at: Date): Promise<void> {
  await sql`
    update app.mandate_accounts set bank_sealed = null, number_sealed = null, at = ${at}
    where pledge_id = ${pledgeId} and number_sealed is not null`.execute(tx);
}
