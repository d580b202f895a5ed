import type { PaidLine } from "@tuwai/domain/fulfilment";
import { type CivilDate, firstDay, type Month } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, placeWithin } from "#access";
import type { Tx } from "#database";

export type PaymentRow = {
  readonly id: string;
  readonly month: Month;
  /** Of the order it was paid by (SP2D). */
  readonly number: string;
  readonly paidOn: CivilDate;
  readonly rupiah: number;
  readonly bookedAt: Date;
  readonly withdrawReason: string | null;
  readonly lines: readonly PaidLine[];
};

/** Newest first; those taken back stay, with why. */
export async function listPayments(
  tx: Tx,
  area: Area,
  of: { readonly villageCode: string; readonly year: number },
): Promise<readonly PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select p.id, to_char(p.month, 'YYYY-MM') as month, p.number, p.paid_on, p.rupiah, p.booked_at, p.withdraw_reason,
      coalesce((select jsonb_agg(jsonb_build_object('commitmentId', l.commitment_id, 'rupiah', l.rupiah)) from app.village_payment_lines l
        where l.payment_id = p.id), '[]') as lines
    from app.village_payments p where ${placeWithin(area, "p")} and p.village_code = ${of.villageCode}
      and p.month >= make_date(${of.year}, 1, 1) and p.month < make_date(${of.year} + 1, 1, 1)
    order by p.booked_at desc, p.id desc`.execute(tx);
  return rows;
}

type Place = {
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

type NewPayment = Place &
  Pick<PaymentRow, "id" | "month" | "number" | "paidOn" | "rupiah" | "lines"> & {
    readonly entryIds: readonly string[];
    readonly by: string;
    readonly at: Date;
  };

export async function insertPayment(tx: Tx, p: NewPayment): Promise<void> {
  await sql`
    insert into app.village_payments (region_code, id, village_code, kecamatan_code, month, number, paid_on, rupiah, booked_by, booked_at)
    values (${p.regionCode}, ${p.id}, ${p.villageCode}, ${p.kecamatanCode}, ${firstDay(p.month)}::date, ${p.number},
      ${p.paidOn}::date, ${p.rupiah}, ${p.by}, ${p.at})`.execute(tx);
  await sql`
    insert into app.village_payment_lines (region_code, payment_id, commitment_id, village_code, kecamatan_code, rupiah)
    select ${p.regionCode}, ${p.id}, l."commitmentId", ${p.villageCode}, ${p.kecamatanCode}, l."rupiah"
    from jsonb_to_recordset(${JSON.stringify(p.lines)}::jsonb) as l("commitmentId" uuid, "rupiah" bigint)`.execute(
    tx,
  );
  await sql`
    insert into app.village_payment_entries (region_code, payment_id, village_code, kecamatan_code, entry_id)
    select ${p.regionCode}, ${p.id}, ${p.villageCode}, ${p.kecamatanCode}, e from unnest(${p.entryIds}::uuid[]) e`.execute(
    tx,
  );
}

/** A payment that stands, with the entries it made; held until the transaction ends. */
export async function lockPayment(
  tx: Tx,
  area: Area,
  id: string,
): Promise<{ readonly id: string; readonly entryIds: readonly string[] } | undefined> {
  const { rows } = await sql<{ id: string; entryIds: readonly string[] }>`
    select p.id, array(select e.entry_id from app.village_payment_entries e where e.payment_id = p.id) as entry_ids
    from app.village_payments p where p.id = ${id} and ${placeWithin(area, "p")} and p.withdrawn_at is null for update`.execute(
    tx,
  );
  return rows[0];
}

export async function markWithdrawn(
  tx: Tx,
  of: { readonly id: string; readonly by: string; readonly at: Date; readonly reason: string },
): Promise<void> {
  await sql`
    update app.village_payments set withdrawn_by = ${of.by}, withdrawn_at = ${of.at}, withdraw_reason = ${of.reason}
    where id = ${of.id}`.execute(tx);
}
