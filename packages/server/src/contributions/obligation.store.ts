import { firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewObligation = {
  readonly id: string;
  readonly personId: string;
  readonly programme: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly fundSource: string;
  readonly amountRupiah: number;
  readonly price: object;
};

type PacketMonth = {
  readonly regionCode: string;
  readonly packetId: string;
  readonly month: Month;
  readonly at: Date;
};

export async function insertObligations(
  tx: Tx,
  of: PacketMonth,
  obligations: readonly NewObligation[],
): Promise<void> {
  await sql`
    insert into app.obligations (region_code, id, person_id, programme, month, village_code, kecamatan_code, enrolment_id, segment,
      fund_source, amount_rupiah, price, packet_id, at)
    select ${of.regionCode}, o."id", o."personId", o."programme", ${firstDay(of.month)}::date, o."villageCode", o."kecamatanCode",
      o."enrolmentId", 'bpu', o."fundSource", o."amountRupiah", o."price", ${of.packetId}, ${of.at}
    from jsonb_to_recordset(${JSON.stringify(obligations)}::jsonb) as o("id" uuid, "personId" uuid, "programme" text,
      "villageCode" text, "kecamatanCode" text, "enrolmentId" uuid, "fundSource" text, "amountRupiah" bigint, "price" jsonb)`.execute(
    tx,
  );
}

export type OwedMonth = {
  readonly personId: string;
  /** First day of the month. */
  readonly month: string;
  readonly enrolmentId: string;
  readonly fundSource: string;
  readonly amountRupiah: number;
  readonly programmes: readonly string[];
};

/** Standing obligations of these persons in these months (first days), one row per payer and month. */
export async function listOwedMonths(
  tx: Tx,
  of: { readonly personIds: readonly string[]; readonly months: readonly string[] },
): Promise<readonly OwedMonth[]> {
  const { rows } = await sql<OwedMonth>`
    select person_id, month, enrolment_id, fund_source,
      sum(amount_rupiah)::bigint as amount_rupiah, array_agg(programme order by programme) as programmes
    from app.obligations
    where person_id = any(${of.personIds}::uuid[]) and month = any(${of.months}::date[]) and reversed_at is null
    group by person_id, month, enrolment_id, fund_source`.execute(tx);
  return rows;
}

export async function updateReversed(
  tx: Tx,
  of: { readonly enrolmentIds: readonly string[]; readonly reason: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.obligations set reversed_at = ${of.at}, reverse_reason = ${of.reason}
    where enrolment_id = any(${of.enrolmentIds}::uuid[]) and reversed_at is null`.execute(tx);
}

/** Owed again where that was the reason. */
export async function updateRestored(
  tx: Tx,
  of: { readonly enrolmentIds: readonly string[]; readonly reason: string },
): Promise<void> {
  await sql`
    update app.obligations set reversed_at = null, reverse_reason = null
    where enrolment_id = any(${of.enrolmentIds}::uuid[]) and reverse_reason = ${of.reason}`.execute(tx);
}
