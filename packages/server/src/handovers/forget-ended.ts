import { standingOn } from "@tuwai/domain/handovers";
import type { App } from "#app";
import { asCity } from "#use-case";
import { refuseBulk, type Seen, type WorkPayloads } from "#work";
import { forgetTold, listTold } from "./handover.store.ts";

/**
 * Handler of `handovers.forget`, every night: what was told in hand-overs past their last day goes, that they were made stays. Throws
 * `too-large` when most would go at once, until an administrator has looked at it.
 */
export function forgetEnded(app: App, _payload: WorkPayloads["handovers.forget"], seen: Seen): Promise<void> {
  return asCity(app, "retention.forget-handovers", async ({ tx, today, audit }) => {
    const told = await listTold(tx);
    const going = told.filter((row) => standingOn(row, today) === "ended").map(({ id }) => id);
    const all = { schedule: "handovers-retention", going: going.length, countAll: () => told.length };
    await refuseBulk(seen, tx, all);
    if (going.length === 0) return;
    await forgetTold(tx, going);
    await audit({ objectType: "handover", objectId: today, details: { forgotten: going.length } });
  });
}
