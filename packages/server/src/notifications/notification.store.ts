import { sql } from "kysely";
import type { Actor, Role } from "#app";
import type { Tx } from "#database";

/** A notice to whoever holds the role in the scope; `kind` names its sentence. Codes only, never a name or a number. */
export type Notice = {
  readonly role: Role;
  readonly scope: string | null;
  readonly kind:
    | "endorsement-proposed"
    | "endorsement-approved"
    | "endorsement-returned"
    | "endorsement-return-asked"
    | "enrolment-rejected"
    | "packet-answered"
    | "worker-waits-again"
    | "cap-asked"
    | "life-event-recorded"
    | "life-event-undone"
    | "person-merged"
    | "person-merge-undone"
    | "meeting-invited"
    | "follow-ups-due"
    | "follow-ups-late";
  readonly payload: object;
  /** When it is to be seen, if later than now. */
  readonly at?: Date;
};

export type NotificationRow = Notice & { readonly id: string; readonly regionCode: string };

export async function insertNotifications(tx: Tx, rows: readonly NotificationRow[]): Promise<void> {
  await sql`
    insert into app.notifications (id, region_code, role, scope, kind, payload, at)
    select n."id", n."regionCode", n."role", n."scope", n."kind", n."payload", coalesce(n."at", app.now())
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("id" uuid, "regionCode" text, "role" text, "scope" text,
      "kind" text, "payload" jsonb, "at" timestamptz)`.execute(tx);
}

export type ShownNotice = Pick<Notice, "kind" | "payload"> & { readonly id: string; readonly at: Date };

/** Of the actor's own role and scope, which the row policies ask for as well. */
export async function listNotices(
  tx: Tx,
  { regionCode, role, scope }: Pick<Actor, "regionCode" | "role" | "scope">,
  { days, most }: { readonly days: number; readonly most: number },
): Promise<readonly ShownNotice[]> {
  const { rows } = await sql<ShownNotice>`
    select n.id, n.kind, n.payload, n.at from app.notifications n
    where n.region_code = ${regionCode} and n.role = ${role} and n.scope is not distinct from ${scope ?? null}::text
      and n.at > (select app.now()) - make_interval(days => ${days}) and n.at <= (select app.now())
    order by n.at desc, n.id desc limit ${most}`.execute(tx);
  return rows;
}
