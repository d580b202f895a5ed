import { sql } from "kysely";
import type { Role } from "#app";
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
    | "life-event-undone";
  readonly payload: object;
};

export type NotificationRow = Notice & { readonly id: string; readonly regionCode: string };

export async function insertNotifications(tx: Tx, rows: readonly NotificationRow[]): Promise<void> {
  await sql`
    insert into app.notifications (id, region_code, role, scope, kind, payload)
    select n."id", n."regionCode", n."role", n."scope", n."kind", n."payload"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("id" uuid, "regionCode" text, "role" text, "scope" text,
      "kind" text, "payload" jsonb)`.execute(tx);
}
