import type { MinutesReply, TextPart } from "@tuwai/domain/minutes";
import { sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";

export type TextVersion = {
  readonly part: TextPart;
  readonly version: number;
  readonly body: string;
  readonly writtenRole: Role;
  readonly writtenAt: Date;
};

/** Every version of every part, the newest first. */
export async function listTexts(tx: Tx, meetingId: string): Promise<readonly TextVersion[]> {
  const { rows } = await sql<TextVersion>`
    select t.part, t.version, t.body, t.written_role, t.written_at from app.minutes_texts t
    where t.region_code = (select app.region()) and t.meeting_id = ${meetingId}::uuid order by t.part, t.version desc`.execute(
    tx,
  );
  return rows;
}

type NewText = TextVersion & {
  readonly regionCode: string;
  readonly id: string;
  readonly meetingId: string;
  readonly by: string;
};

export async function insertText(tx: Tx, t: NewText): Promise<void> {
  await sql`
    insert into app.minutes_texts (region_code, id, meeting_id, part, version, body, written_by, written_role, written_at)
    values (${t.regionCode}, ${t.id}, ${t.meetingId}, ${t.part}, ${t.version}, ${t.body}, ${t.by}, ${t.writtenRole}, ${t.writtenAt})`.execute(
    tx,
  );
}

export type ReplyRow = {
  readonly id: string;
  readonly minutesId: string;
  readonly villageCode: string | null;
  readonly kecamatanCode: string;
  readonly kind: MinutesReply["kind"];
  readonly body: string | null;
  readonly repliedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

const replyColumns = sql`r.id, r.minutes_id, r.village_code, r.kecamatan_code, r.kind, r.body, r.replied_at, r.answer, r.answered_at`;

/** What was said to any draft of a meeting, in order. */
export async function listReplies(tx: Tx, meetingId: string): Promise<readonly ReplyRow[]> {
  const { rows } = await sql<ReplyRow>`
    select ${replyColumns} from app.minutes_replies r
    where r.region_code = (select app.region()) and r.meeting_id = ${meetingId}::uuid order by r.replied_at, r.id`.execute(
    tx,
  );
  return rows;
}

export async function findReply(
  tx: Tx,
  id: string,
): Promise<(ReplyRow & { readonly meetingId: string }) | undefined> {
  const { rows } = await sql<ReplyRow & { readonly meetingId: string }>`
    select ${replyColumns}, r.meeting_id from app.minutes_replies r
    where r.region_code = (select app.region()) and r.id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

type NewReply = Pick<ReplyRow, "id" | "minutesId" | "villageCode" | "kecamatanCode" | "kind" | "body"> & {
  readonly regionCode: string;
  readonly meetingId: string;
  readonly by: string;
  readonly role: Role;
  readonly at: Date;
};

export async function insertReply(tx: Tx, r: NewReply): Promise<void> {
  await sql`
    insert into app.minutes_replies (region_code, id, minutes_id, meeting_id, village_code, kecamatan_code, kind, body, replied_by,
      replied_role, replied_at)
    values (${r.regionCode}, ${r.id}, ${r.minutesId}, ${r.meetingId}, ${r.villageCode}, ${r.kecamatanCode}, ${r.kind}, ${r.body}, ${r.by},
      ${r.role}, ${r.at})`.execute(tx);
}

type Answer = { readonly id: string; readonly answer: string; readonly by: string; readonly at: Date };

export async function answerReplyRow(tx: Tx, a: Answer): Promise<void> {
  await sql`
    update app.minutes_replies set answer = ${a.answer}, answered_by = ${a.by}, answered_at = ${a.at} where id = ${a.id}`.execute(
    tx,
  );
}
