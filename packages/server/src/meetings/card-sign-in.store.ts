import { sql } from "kysely";
import type { Tx } from "#database";
import type { MeetingState } from "./meeting.store.ts";

export type CardFound = {
  readonly cardId: string;
  readonly meetingCode: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly state: MeetingState;
  readonly isRevoked: boolean;
};

/** What a printed card signs in for; its function lets anybody who holds the code ask. */
export async function findCardOfCode(tx: Tx, code: string): Promise<CardFound | undefined> {
  const { rows } = await sql<CardFound>`
    select c.card_id, c.meeting_code, c.village_code, c.kecamatan_code, c.state, c.is_revoked
    from app.village_of_meeting_card(${code}) c`.execute(tx);
  return rows[0];
}
