import type { Actor, App } from "#app";
import type { Tx } from "#database";
import { insertMessage } from "./outbox.store.ts";

/** Work that follows a commit. Each topic has one handler, listed in `runtime/handlers.ts`. */
export type Topic =
  "import.advance" | "people.link" | "eligibility.judge" | "cover.refresh" | "coverage.publish";

/** Puts work on the outbox inside the caller's transaction: it happens if and only if the transaction commits. */
export function enqueue(
  app: App,
  tx: Tx,
  actor: Actor,
  message: { readonly topic: Topic; readonly payload: object },
): Promise<void> {
  return insertMessage(tx, { id: app.newId(), regionCode: actor.regionCode, ...message });
}
