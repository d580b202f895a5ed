import type { BankAccount } from "@tuwai/domain/mandates";
import { sql } from "kysely";
import type { Tx } from "#database";

export type ReceivingAccount = BankAccount & {
  readonly id: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: "approved" | "refused" | null;
  readonly decidedAt: Date | null;
};

const columns = sql.raw(
  "a.id, a.holder, a.bank, a.number, a.proposed_by, a.proposed_at, a.decision, a.decided_at",
);

/** Every account that was ever proposed, the latest first; a city changes it once in years. */
export async function listReceivingAccounts(tx: Tx): Promise<readonly ReceivingAccount[]> {
  const { rows } = await sql<ReceivingAccount>`
    select ${columns} from app.receiving_accounts a where a.region_code = (select app.region())
    order by a.proposed_at desc, a.id desc limit 50`.execute(tx);
  return rows;
}

/** Where contributions go today: what was approved last. */
export async function findReceivingAccount(tx: Tx): Promise<ReceivingAccount | undefined> {
  const { rows } = await sql<ReceivingAccount>`
    select ${columns} from app.receiving_accounts a
    where a.region_code = (select app.region()) and a.decision = 'approved' order by a.decided_at desc, a.id desc limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** What waits for a second person, held until the transaction ends. */
export async function holdReceivingAccount(tx: Tx, id: string): Promise<ReceivingAccount | undefined> {
  const { rows } = await sql<ReceivingAccount>`
    select ${columns} from app.receiving_accounts a where a.id = ${id} for update`.execute(tx);
  return rows[0];
}

/** False when another one waits already. */
export async function insertReceivingAccount(
  tx: Tx,
  account: BankAccount & { readonly id: string },
  by: { readonly regionCode: string; readonly actorId: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.receiving_accounts (region_code, id, holder, bank, number, proposed_by, proposed_at)
    values (${by.regionCode}, ${account.id}, ${account.holder}, ${account.bank}, ${account.number}, ${by.actorId}, ${by.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function decideReceivingAccount(
  tx: Tx,
  id: string,
  by: { readonly decision: "approved" | "refused"; readonly actorId: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.receiving_accounts set decision = ${by.decision}, decided_by = ${by.actorId}, decided_at = ${by.at}
    where id = ${id}`.execute(tx);
}
