import { forgetFileFrom } from "@tuwai/domain/claims";
import type { App } from "#app";
import { asCity } from "#use-case";
import { refuseBulk, type Seen, type WorkPayloads } from "#work";
import { forgetFilesOf, listEndedClaims } from "./forget-files.store.ts";

/**
 * Handler of `claims.forget`, every night: files of cases whose time has come go, the cases stay and are counted. Throws `too-large` when
 * most would go at once, until an administrator has looked at it.
 */
export function forgetClaimFiles(
  app: App,
  _payload: WorkPayloads["claims.forget"],
  seen: Seen,
): Promise<void> {
  return asCity(app, "retention.forget-claims", async ({ tx, now, today, audit }) => {
    const ended = await listEndedClaims(tx);
    const going = ended.filter((claim) => (forgetFileFrom(claim) ?? today) <= today).map(({ id }) => id);
    const all = { schedule: "claims-retention", going: going.length, countAll: () => ended.length };
    await refuseBulk(seen, tx, all);
    if (going.length === 0) return;
    await forgetFilesOf(tx, going, now);
    await audit({ objectType: "claim", objectId: today, details: { forgotten: going.length } });
  });
}
