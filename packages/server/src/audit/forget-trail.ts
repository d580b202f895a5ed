import { type App, systemActor } from "#app";
import { asSystem } from "#database";
import { refuseBulk, type Seen, type WorkPayloads } from "#work";
import { countTrail, deleteOldTrail } from "./audit.store.ts";
import { recordChange } from "./record-change.ts";

/** reliability.md G.3 */
const kept = { accessYears: 5, entryYears: 10 };

/**
 * Handler of `audit.forget`, every night: who looked is kept five years, who changed what ten. Throws `too-large` when most of
 * it would go at once, until an administrator has looked at it.
 */
export function forgetTrail(app: App, _payload: WorkPayloads["audit.forget"], seen: Seen): Promise<void> {
  const actor = systemActor(app.config.regionCode);
  return asSystem(app, async (tx) => {
    const forgotten = await deleteOldTrail(tx, kept);
    const going = forgotten.accesses + forgotten.entries + forgotten.denials;
    if (going === 0) return;
    const countAll = async () => going + (await countTrail(tx));
    await refuseBulk(seen, tx, { schedule: "audit-retention", going, countAll });
    await recordChange(app, tx, actor, {
      action: "retention.forget-trail",
      objectType: "audit",
      objectId: app.clock.today(),
      details: forgotten,
    });
  });
}
