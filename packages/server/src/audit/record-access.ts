import type { Actor, App } from "#app";
import type { Tx } from "#database";
import { insertAccess } from "./audit.store.ts";

const personsPerRow = 200;

/**
 * Notes whose data are being shown, before they are shown (UU 27/2022 art. 32; reliability.md G.4.2).
 * One row per 200 persons, so that lists cost little.
 */
export async function recordAccess(
  app: App,
  tx: Tx,
  actor: Actor,
  seen: {
    readonly personIds: readonly string[];
    readonly purpose: string;
    readonly fields: readonly string[];
  },
): Promise<void> {
  for (let from = 0; from < seen.personIds.length; from += personsPerRow) {
    const personIds = seen.personIds.slice(from, from + personsPerRow);
    await insertAccess(tx, { id: app.newId(), actor, ...seen, personIds });
  }
}
