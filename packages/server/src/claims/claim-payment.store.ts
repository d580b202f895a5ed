import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import type { ClaimRow } from "./claim.store.ts";

export type Payment = {
  readonly id: string;
  readonly part: string;
  /** Rupiah. */
  readonly amount: number;
  readonly receivedOn: CivilDate;
};

/** What the family received and was not taken back, the oldest first. */
export async function listPayments(
  tx: Tx,
  claimIds: readonly string[],
): Promise<readonly (Payment & { readonly claimId: string })[]> {
  const { rows } = await sql<Payment & { readonly claimId: string }>`
    select p.id, p.claim_id, p.part, p.amount, p.received_on from app.claim_payments p
    where p.claim_id = any(${claimIds}::uuid[]) and p.taken_back_at is null order by p.received_on, p.noted_at, p.id`.execute(
    tx,
  );
  return rows;
}

type New = Pick<Payment, "part" | "amount" | "receivedOn">;

export async function insertPayments(
  { tx, actor, now, newId }: Step,
  of: ClaimRow,
  payments: readonly New[],
): Promise<void> {
  for (const { part, amount, receivedOn } of payments)
    await sql`
      insert into app.claim_payments (region_code, id, claim_id, village_code, kecamatan_code, branch, part, amount, received_on, noted_by, noted_at)
      values (${actor.regionCode}, ${newId()}, ${of.id}, ${of.villageCode}, ${of.kecamatanCode}, ${of.branch}, ${part}, ${amount},
        ${receivedOn}::date, ${actor.userId}, ${now})`.execute(tx);
}

/** One noted wrongly no longer counts. False where it is not of this case, or is taken back already. */
export async function takePaymentBack({ tx, now }: Step, of: ClaimRow, paymentId: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update app.claim_payments set taken_back_at = ${now} where id = ${paymentId}::uuid and claim_id = ${of.id} and taken_back_at is null`.execute(
    tx,
  );
  return numAffectedRows > 0n;
}
