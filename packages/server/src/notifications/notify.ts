import type { Actor, App } from "#app";
import type { Tx } from "#database";
import { insertNotifications, type Notice } from "./notification.store.ts";

/** Tells offices of the actor's city what happened, inside the change's own transaction. */
export async function notify(app: App, tx: Tx, actor: Actor, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const { regionCode } = actor;
  await insertNotifications(
    tx,
    notices.map((notice) => ({ ...notice, id: app.newId(), regionCode })),
  );
}
