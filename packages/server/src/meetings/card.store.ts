import { sql } from "kysely";
import type { Tx } from "#database";

/** The valid card of a village for one meeting. */
export type MeetingCard = {
  readonly id: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly code: string;
  readonly madeAt: Date;
};

/** The valid cards of a meeting, by village. */
export async function listValidCards(tx: Tx, meetingId: string): Promise<readonly MeetingCard[]> {
  const { rows } = await sql<MeetingCard>`
    select c.id, c.village_code, c.kecamatan_code, c.code, c.made_at from app.meeting_cards c
    where c.meeting_id = ${meetingId} and c.revoked_at is null order by c.village_code`.execute(tx);
  return rows;
}

type NewCard = Omit<MeetingCard, "madeAt">;
type Made = {
  readonly regionCode: string;
  readonly meetingId: string;
  readonly by: string;
  readonly at: Date;
};

export async function insertMeetingCards(tx: Tx, cards: readonly NewCard[], made: Made): Promise<void> {
  await sql`
    insert into app.meeting_cards (region_code, id, meeting_id, village_code, kecamatan_code, code, made_by, made_at)
    select ${made.regionCode}, n."id", ${made.meetingId}, n."villageCode", n."kecamatanCode", n."code", ${made.by}, ${made.at}
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as n("id" uuid, "villageCode" text, "kecamatanCode" text,
      "code" text)`.execute(tx);
}

/** From now on the card signs in no more; the number of cards that were valid until then. */
export async function revokeCardOf(
  tx: Tx,
  of: { readonly meetingId: string; readonly villageCode: string; readonly by: string; readonly at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update app.meeting_cards set revoked_by = ${of.by}, revoked_at = ${of.at}
    where meeting_id = ${of.meetingId} and village_code = ${of.villageCode} and revoked_at is null`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}
