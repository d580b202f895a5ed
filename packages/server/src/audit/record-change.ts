import type { Actor, App } from "#app";
import type { Tx } from "#database";
import { type Change, insertEntry } from "./audit.store.ts";

/** Writes the audit row of a change inside the change's own transaction: no trace, no change. */
export function recordChange<D extends object>(
  app: App,
  tx: Tx,
  actor: Actor,
  change: Change<D>,
): Promise<void> {
  const text = JSON.stringify(change.details ?? {});
  if (/\d{16}/.test(text)) throw new RangeError(`audit details of ${change.action} hold a 16-digit run`);
  return insertEntry(tx, { id: app.newId(), actor, change });
}
