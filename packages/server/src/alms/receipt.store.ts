import type { AlmsChannel, Withdrawal } from "@tuwai/domain/alms";
import type { CivilDate, Month } from "@tuwai/domain/time";
import { firstDay } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";
import type { PageSize } from "#use-case";

export type ReceiptRow = {
  readonly id: string;
  readonly campaignId: string;
  readonly year: number;
  readonly number: number;
  readonly code: string;
  readonly pledgeId: string | null;
  readonly channel: AlmsChannel;
  readonly amountRupiah: number;
  readonly receivedOn: CivilDate;
  readonly donorSealed: Buffer | null;
  readonly entryId: string;
  readonly recordedAt: Date;
  readonly firstPrint: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: Withdrawal | null;
};

const columns =
  sql.raw(`r.id, r.campaign_id, r.year, r.number, r.code, r.pledge_id, r.channel, r.amount_rupiah::float8 as amount_rupiah, r.received_on,
  r.donor_sealed, r.entry_id, r.recorded_at, r.first_print, r.withdrawn_at, r.withdrawn_why`);

type NewReceipt = Pick<
  ReceiptRow,
  | "id"
  | "campaignId"
  | "year"
  | "code"
  | "pledgeId"
  | "channel"
  | "amountRupiah"
  | "receivedOn"
  | "donorSealed"
  | "entryId"
> & { readonly regionCode: string; readonly by: string; readonly at: Date };

/** The database gives the next number of the year, which comes back. */
export async function insertReceipt(tx: Tx, r: NewReceipt): Promise<number> {
  await sql`
    insert into app.alms_receipts (region_code, id, campaign_id, year, number, code, pledge_id, channel, amount_rupiah, received_on, donor_sealed,
      entry_id, recorded_by, recorded_at)
    values (${r.regionCode}, ${r.id}, ${r.campaignId}, ${r.year}, 1, ${r.code}, ${r.pledgeId}, ${r.channel}, ${r.amountRupiah},
      ${r.receivedOn}::date, ${r.donorSealed}, ${r.entryId}, ${r.by}, ${r.at})`.execute(tx);
  return (await findReceipt(tx, { id: r.id }))!.number;
}

export async function findReceipt(
  tx: Tx,
  by: { readonly id: string } | { readonly code: string },
): Promise<ReceiptRow | undefined> {
  const where = "id" in by ? sql`r.id = ${by.id}` : sql`r.code = ${by.code}`;
  const { rows } = await sql<ReceiptRow>`
    select ${columns} from app.alms_receipts r where r.region_code = (select app.region()) and ${where}`.execute(
    tx,
  );
  return rows[0];
}

export async function listReceipts(
  tx: Tx,
  { campaignId, limit, offset }: PageSize & { readonly campaignId: string },
): Promise<readonly ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select ${columns} from app.alms_receipts r where r.campaign_id = ${campaignId}
    order by r.year desc, r.number desc limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function listReceiptsOf(tx: Tx, pledgeIds: readonly string[]): Promise<readonly ReceiptRow[]> {
  const { rows } = await sql<ReceiptRow>`
    select ${columns} from app.alms_receipts r where r.pledge_id = any(${pledgeIds}::uuid[])
    order by r.received_on desc, r.number desc`.execute(tx);
  return rows;
}

/** Receipts that stand; of a month where one is given, by the day the gift arrived. */
export async function countReceipts(
  tx: Tx,
  of: { readonly campaignId?: string; readonly month?: Month; readonly withWithdrawn?: boolean },
): Promise<number> {
  const { campaignId = null, month, withWithdrawn = false } = of;
  const first = month === undefined ? null : firstDay(month);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from app.alms_receipts r where r.region_code = (select app.region())
      and (${campaignId}::uuid is null or r.campaign_id = ${campaignId}::uuid) and (${withWithdrawn} or r.withdrawn_at is null)
      and (${first}::date is null or date_trunc('month', r.received_on) = ${first}::date)`.execute(tx);
  return rows[0]!.n;
}

export async function withdraw(
  tx: Tx,
  id: string,
  by: { readonly id: string; readonly at: Date; readonly why: Withdrawal },
): Promise<void> {
  await sql`
    update app.alms_receipts set withdrawn_by = ${by.id}, withdrawn_at = ${by.at}, withdrawn_why = ${by.why}
    where id = ${id} and withdrawn_at is null`.execute(tx);
}

/** Keeps which operation printed the original; a later one changes nothing. */
export async function keepFirstPrint(tx: Tx, id: string, operationId: string): Promise<void> {
  await sql`update app.alms_receipts set first_print = ${operationId} where id = ${id} and first_print is null`.execute(
    tx,
  );
}
