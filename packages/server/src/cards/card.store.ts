import { sql } from "kysely";
import type { Tx } from "#database";

export type Card = { readonly id: string; readonly code: string; readonly madeAt: Date };

/** The card of a person that is valid. */
export async function findCard(tx: Tx, personId: string): Promise<Card | undefined> {
  const { rows } = await sql<Card>`
    select c.id, c.code, c.made_at from app.worker_cards c where c.person_id = ${personId} and c.ended_at is null`.execute(
    tx,
  );
  return rows[0];
}

export type NewCard = {
  readonly id: string;
  readonly code: string;
  readonly regionCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly personId: string;
  readonly by: string;
  readonly at: Date;
};

/** False where a valid one was made meanwhile. */
export async function insertCard(tx: Tx, card: NewCard): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into app.worker_cards (region_code, id, code, village_code, kecamatan_code, person_id, made_by, made_at)
    values (${card.regionCode}, ${card.id}, ${card.code}, ${card.villageCode}, ${card.kecamatanCode}, ${card.personId}, ${card.by}, ${card.at})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function endCard(
  tx: Tx,
  personId: string,
  by: { readonly id: string; readonly at: Date },
): Promise<void> {
  await sql`
    update app.worker_cards set ended_by = ${by.id}, ended_at = ${by.at} where person_id = ${personId} and ended_at is null`.execute(
    tx,
  );
}

export type CardCover = {
  readonly isEnded: boolean;
  readonly state: string | null;
  readonly asOf: string | null;
  readonly paidUntil: string | null;
  readonly lastRescueDay: string | null;
};

/** What whoever holds the card may know. */
export async function findCoverOfCard(tx: Tx, code: string): Promise<CardCover | undefined> {
  const { rows } = await sql<CardCover>`
    select f.is_ended, f.state, f.as_of, f.paid_until, f.last_rescue_day from app.cover_of_card(${code}) f`.execute(
    tx,
  );
  return rows[0];
}
