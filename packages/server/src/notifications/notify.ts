import type { Step } from "#use-case";
import { insertNotifications, type Notice } from "./notification.store.ts";

/** Tells offices of the actor's city what happened, inside the change's own transaction. */
export async function notify(
  step: Pick<Step, "tx" | "actor" | "newId">,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length === 0) return;
  const { regionCode } = step.actor;
  const rows = notices.map((notice) => ({ ...notice, id: step.newId(), regionCode }));
  await insertNotifications(step.tx, rows);
}
