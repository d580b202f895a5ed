import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { lockCity, type Tx } from "#database";
import type { JudgedArrears } from "./judge-arrears.ts";

export type NewArrears = JudgedArrears & {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

/** One at a time in a city: two that read the same evidence at different moments could store the older answer last. */
export async function lockArrears(tx: Tx): Promise<void> {
  await lockCity(tx, "arrears-refresh");
}

type Stamp = { readonly regionCode: string; readonly asOf: CivilDate; readonly at: Date };

/** Of these persons exactly those are in arrears from here on; runs only under the lock. */
export async function replaceArrears(
  tx: Tx,
  personIds: readonly string[],
  rows: readonly NewArrears[],
  stamp: Stamp,
): Promise<void> {
  await sql`delete from app.arrears where person_id = any(${personIds}::uuid[])`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into app.arrears (region_code, person_id, village_code, kecamatan_code, cause, state, fund_source, payer_until, owed_months,
      arrears_rupiah, natural_rupiah, accident_rupiah, paid_until, safe_rescue_day, last_rescue_day, ends_on, due_on, as_of, at)
    select ${stamp.regionCode}, r."personId", r."villageCode", r."kecamatanCode", r."cause", r."state", r."fundSource", r."payerUntil",
      r."owedMonths", r."arrearsRupiah", r."naturalRupiah", r."accidentRupiah", r."paidUntil", r."safeRescueDay", r."lastRescueDay",
      r."endsOn", r."dueOn", ${stamp.asOf}::date, ${stamp.at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("personId" uuid, "villageCode" text, "kecamatanCode" text,
      "cause" text, "state" text, "fundSource" text, "payerUntil" date, "owedMonths" integer, "arrearsRupiah" bigint,
      "naturalRupiah" bigint, "accidentRupiah" bigint, "paidUntil" date, "safeRescueDay" date, "lastRescueDay" date, "endsOn" date, "dueOn" date)`.execute(
    tx,
  );
}
