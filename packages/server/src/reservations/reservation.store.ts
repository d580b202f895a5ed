import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type NewReservation = {
  readonly id: string;
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
};

type Made = {
  readonly regionCode: string;
  readonly payerId: string;
  readonly untilDay: CivilDate;
  readonly by: string;
  readonly at: Date;
};

export async function insertReservations(
  tx: Tx,
  { regionCode, payerId, untilDay, by, at }: Made,
  reservations: readonly NewReservation[],
): Promise<void> {
  await sql`
    insert into app.reservations (region_code, id, village_code, kecamatan_code, person_id, payer_id, until_day, made_by, made_at)
    select ${regionCode}, r."id", r."villageCode", r."kecamatanCode", r."personId", ${payerId}, ${untilDay}::date, ${by}, ${at}
    from jsonb_to_recordset(${JSON.stringify(reservations)}::jsonb) as r("id" uuid, "villageCode" text, "kecamatanCode" text, "personId" uuid)`.execute(
    tx,
  );
}

export type ReservationSeen = {
  readonly id: string;
  readonly payerId: string;
  readonly untilDay: CivilDate;
  readonly extensions: number;
  readonly isReleased: boolean;
  readonly version: number;
};

/** Held until the transaction ends. */
export async function lockReservation(
  tx: Tx,
  regionCode: string,
  id: string,
): Promise<ReservationSeen | undefined> {
  const { rows } = await sql<ReservationSeen>`
    select id, payer_id, until_day, extensions, released_at is not null as is_released, version
    from app.reservations where id = ${id} and region_code = ${regionCode} for update`.execute(tx);
  return rows[0];
}

export async function extendRow(
  tx: Tx,
  of: { readonly id: string; readonly untilDay: CivilDate; readonly reason: string },
): Promise<void> {
  await sql`
    update app.reservations set until_day = ${of.untilDay}::date, extensions = extensions + 1, extend_reason = ${of.reason},
      version = version + 1 where id = ${of.id}`.execute(tx);
}

export async function releaseRows(
  tx: Tx,
  of: { readonly ids: readonly string[]; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.reservations set released_by = ${of.by}, released_at = ${of.at}, release_reason = ${of.reason}, version = version + 1
    where id = any(${of.ids}::uuid[]) and released_at is null`.execute(tx);
}
