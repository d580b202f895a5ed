import type { App } from "#app";
import { readRegistrationAge } from "#settings";
import { asCity } from "#use-case";
import { compareReleases } from "./compare-releases.ts";
import { countReached, findLastRegister } from "./counted.view.ts";
import { keepRelease, replaceCounts } from "./targeting.store.ts";

/**
 * Handler of `targeting.refresh`, every night and after the register was linked: counts anew for the last release; those before stay as
 * they were. Repeating it changes nothing. Without a register there is nothing to count.
 */
export function refreshTargeting(app: App): Promise<{ readonly counts: number }> {
  return asCity(app, "targeting.refresh", async (step) => {
    const { tx, actor, today, now, newId } = step;
    await compareReleases(step);
    const last = await findLastRegister(tx);
    if (last === undefined) return { counts: 0 };
    const { regionCode } = actor;
    const ages = await readRegistrationAge(tx, regionCode);
    const counts = await countReached(tx, { today, ages });
    const releaseId = await keepRelease(tx, { regionCode, id: newId(), ...last, at: now });
    await replaceCounts(tx, { regionCode, releaseId }, counts);
    return { counts: counts.length };
  });
}
