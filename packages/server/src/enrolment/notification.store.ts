import { sql } from "kysely";
import type { Role } from "#app";
import type { Tx } from "#database";

/** A notice to whoever holds the role in the scope; `kind` names its sentence. Codes only, never a name or a number. */
export type Notification = {
  readonly id: string;
  readonly regionCode: string;
  readonly role: Role;
  readonly scope: string | null;
  readonly kind: "enrolment-rejected" | "packet-answered" | "worker-waits-again";
  readonly payload: object;
};

export async function insertNotifications(tx: Tx, notifications: readonly Notification[]): Promise<void> {
  if (notifications.length === 0) return;
  await sql`
    insert into app.notifications (id, region_code, role, scope, kind, payload)
    select n."id", n."regionCode", n."role", n."scope", n."kind", n."payload"
    from jsonb_to_recordset(${JSON.stringify(notifications)}::jsonb) as n("id" uuid, "regionCode" text, "role" text, "scope" text,
      "kind" text, "payload" jsonb)`.execute(tx);
}
