import type { Segment } from "@tuwai/domain/contributions";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewObligation = {
  readonly id: string;
  readonly personId: string;
  readonly programme: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly enrolmentId: string;
  readonly segment: Segment;
  readonly fundSource: string;
  readonly amountRupiah: number;
  readonly price: object;
};

/** What makes a month owed: the packet of its first month, or the run of a later one. */
export type OwedBecause = { readonly packetId: string } | { readonly runId: string };

type MadeMonth = {
  readonly regionCode: string;
  readonly because: OwedBecause;
  readonly month: Month;
  readonly at: Date;
};

export async function insertObligations(
  tx: Tx,
  of: MadeMonth,
  obligations: readonly NewObligation[],
): Promise<void> {
  const { packetId = null, runId = null } = of.because as { packetId?: string; runId?: string };
  await sql`
    insert into app.obligations (region_code, id, person_id, programme, month, village_code, kecamatan_code, enrolment_id, segment,
      fund_source, amount_rupiah, price, packet_id, run_id, at)
    select ${of.regionCode}, o."id", o."personId", o."programme", ${firstDay(of.month)}::date, o."villageCode", o."kecamatanCode",
      o."enrolmentId", o."segment", o."fundSource", o."amountRupiah", o."price", ${packetId}, ${runId}, ${of.at}
    from jsonb_to_recordset(${JSON.stringify(obligations)}::jsonb) as o("id" uuid, "personId" uuid, "programme" text,
      "villageCode" text, "kecamatanCode" text, "enrolmentId" uuid, "segment" text, "fundSource" text, "amountRupiah" bigint, "price" jsonb)`.execute(
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

/** Owed no more for the months before the one given of each enrolment. */
export async function updateReversedBefore(
  tx: Tx,
  of: {
    readonly enrolments: readonly { readonly enrolmentId: string; readonly month: CivilDate }[];
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    update app.obligations o set reversed_at = ${of.at}, reverse_reason = ${of.reason}
    from jsonb_to_recordset(${JSON.stringify(of.enrolments)}::jsonb) as e("enrolmentId" uuid, "month" date)
    where o.enrolment_id = e."enrolmentId" and o.month < e."month" and o.reversed_at is null`.execute(tx);
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

/** Owed no more, each for its own reason. */
export async function updateReversedEach(
  tx: Tx,
  reversals: readonly { readonly id: string; readonly reason: string }[],
  at: Date,
): Promise<void> {
  await sql`
    update app.obligations o set reversed_at = ${at}, reverse_reason = r."reason"
    from jsonb_to_recordset(${JSON.stringify(reversals)}::jsonb) as r("id" uuid, "reason" text)
    where o.id = r."id" and o.reversed_at is null`.execute(tx);
}

/** In which entry of the books they stand. */
export async function updateEntry(
  tx: Tx,
  entries: readonly { readonly id: string; readonly entryId: string }[],
): Promise<void> {
  await sql`
    update app.obligations o set entry_id = e."entryId"
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e("id" uuid, "entryId" uuid) where o.id = e."id"`.execute(
    tx,
  );
}
