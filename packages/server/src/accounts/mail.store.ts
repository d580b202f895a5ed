import { type Kysely, sql } from "kysely";
import type { Tx } from "#database";

type Db = Kysely<unknown>;

type NewMail = {
  readonly id: string;
  readonly invitationId: string;
  readonly userId: string;
  readonly regionCode: string;
  readonly sealed: Buffer;
  readonly askedAt: Date;
};

export async function insertMail(tx: Tx, mail: NewMail): Promise<void> {
  const { id, invitationId, userId, regionCode, sealed, askedAt } = mail;
  await sql`
    insert into auth.mails (id, invitation_id, user_id, region_code, sealed, asked_at)
    values (${id}, ${invitationId}, ${userId}, ${regionCode}, ${sealed}, ${askedAt})`.execute(tx);
}

type WaitingMail = { readonly userId: string; readonly sealed: Buffer; readonly isDead: boolean };

/** A letter that was neither sent nor given up; `isDead` when its code opens nothing any more. */
export async function findWaitingMail(db: Db, id: string): Promise<WaitingMail | undefined> {
  const { rows } = await sql<WaitingMail>`
    select m.user_id, m.sealed, i.closed_at is not null as is_dead
    from auth.mails m join auth.invitations i on i.id = m.invitation_id
    where m.id = ${id} and m.sealed is not null`.execute(db);
  return rows[0];
}

/** What stood in it is forgotten with this. */
export async function settleMail(db: Db, id: string, as: "sent" | "failed", at: Date): Promise<void> {
  const column = as === "sent" ? sql`sent_at` : sql`failed_at`;
  await sql`update auth.mails set ${column} = ${at}, sealed = null where id = ${id} and sealed is not null`.execute(
    db,
  );
}

const keptDays = 30;

/** Whether a letter was sent is of use while its code is; nobody asks after a month. */
export async function deleteOldMails(db: Db, now: Date): Promise<void> {
  await sql`
    delete from auth.mails
    where coalesce(sent_at, failed_at) < ${now}::timestamptz - make_interval(days => ${keptDays})`.execute(
    db,
  );
}

export type MailState = { readonly state: "waiting" | "sent" | "failed"; readonly at: Date };

/** How the latest letter to an account fared, while its code is open. */
export async function findLastMail(tx: Tx, userId: string): Promise<MailState | null> {
  const { rows } = await sql<MailState>`
    select case when m.failed_at is not null then 'failed' when m.sent_at is not null then 'sent' else 'waiting' end as state,
      coalesce(m.failed_at, m.sent_at, m.asked_at) as at
    from auth.mails m join auth.invitations i on i.id = m.invitation_id
    where m.user_id = ${userId} and i.closed_at is null order by m.asked_at desc, m.id desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}
