import type { Actor, App } from "#app";
import type { Tx } from "#database";
import { insertMessage } from "./outbox.store.ts";
import type { Topic } from "./topic.ts";

/** Puts work on the outbox inside the caller's transaction: it happens if and only if the transaction commits. */
export function enqueue(
  app: App,
  tx: Tx,
  actor: Actor,
  message: { readonly topic: Topic; readonly payload: object },
): Promise<void> {
  return insertMessage(tx, { id: app.newId(), regionCode: actor.regionCode, ...message });
}
