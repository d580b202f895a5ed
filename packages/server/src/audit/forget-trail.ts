import { type App, systemActor } from "#app";
import { asSystem } from "#database";
import { deleteOldTrail } from "./audit.store.ts";
import { recordChange } from "./record-change.ts";

/** reliability.md G.3 */
const kept = { accessYears: 5, entryYears: 10 };

/** Handler of `audit.forget`, every night: who looked is kept five years, who changed what ten. */
export function forgetTrail(app: App): Promise<void> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    const forgotten = await deleteOldTrail(tx, kept);
    if (forgotten.accesses + forgotten.entries === 0) return;
    await recordChange(app, tx, actor, {
      action: "retention.forget-trail",
      objectType: "audit",
      objectId: app.clock.today(),
      details: forgotten,
    });
  });
}
