import { reservationState } from "@tuwai/domain/payers";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { type Area, personsWithin } from "#access";
import type { Tx } from "#database";

/** Who is held for which payer on a day. Whoever has a payer by now is kept out by that. */
export async function readReserved(tx: Tx, today: CivilDate): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; payerId: string; untilDay: CivilDate }>`
    select person_id, payer_id, until_day from app.reserved_persons()`.execute(tx);
  const held = rows.filter(
    ({ untilDay }) => reservationState({ untilDay, isReleased: false, hasPayer: false }, today) === "held",
  );
  return new Map(held.map(({ personId, payerId }) => [personId, payerId]));
}

/** A person who may be held, with what speaks against it. */
export type Reservable = {
  readonly personId: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly isGone: boolean;
  readonly hasPayer: boolean;
  /** A reservation that was not released, whatever its day. */
  readonly reservationId: string | null;
  readonly untilDay: CivilDate | null;
};

export async function listReservable(
  tx: Tx,
  area: Area,
  personIds: readonly string[],
): Promise<readonly Reservable[]> {
  const { rows } = await sql<Reservable>`
    select p.id as person_id, p.village_code, p.kecamatan_code, num_nonnulls(p.withdrawn_at::text, p.died_on::text, p.moved_on::text) > 0 as is_gone,
      exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended'))
        or exists (select from app.sponsorships s where s.person_id = p.id and s.state in ('proposed', 'accepted')) as has_payer,
      r.id as reservation_id, r.until_day
    from app.persons p left join app.reservations r on r.person_id = p.id and r.released_at is null
    where ${personsWithin(area, "p")} and p.id = any(${personIds}::uuid[])`.execute(tx);
  return rows;
}

export type ReservationRow = {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly untilDay: CivilDate;
  readonly extensions: number;
  readonly hasPayer: boolean;
};

/** Everybody held for a payer and not released, the first to end first. */
export async function listReservationRows(
  tx: Tx,
  area: Area,
  payerId: string,
): Promise<readonly ReservationRow[]> {
  const { rows } = await sql<ReservationRow>`
    select r.id, r.version, p.id as person_id, p.code, p.full_name, p.village_code, r.until_day, r.extensions,
      exists (select from app.enrolments e where e.person_id = p.id and e.state not in ('rejected', 'ended')) as has_payer
    from app.reservations r join app.persons p on p.id = r.person_id
    where ${personsWithin(area, "p")} and r.payer_id = ${payerId} and r.released_at is null order by r.until_day, r.id limit 500`.execute(
    tx,
  );
  return rows;
}
