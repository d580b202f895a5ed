import type { Setting } from "@tuwai/domain/contributions";
import type { App } from "#app";
import { readSettings, writeMissingSettings } from "#settings";
import { asCity } from "#use-case";
import { forgetTold } from "./report.store.ts";

/** For how many days the words of a report that is not true are kept: somebody may ask why it was refuted. */
type IncidentSettings = { "incident-refuted-kept-days": Setting<number> };
const defaults: IncidentSettings = { "incident-refuted-kept-days": { value: 90, confirmed: false } };

const day = 86_400_000;

/** Handler of `incident-reports.forget`, every night: names and numbers of refuted reports go, the rows stay and are counted. */
export function forgetRefuted(app: App): Promise<{ readonly forgotten: number }> {
  return asCity(app, "retention.forget-refuted", async ({ tx, actor, now, today, audit }) => {
    const settings = await readSettings(tx, actor.regionCode, defaults);
    const before = new Date(now.getTime() - settings["incident-refuted-kept-days"].value * day);
    const forgotten = await forgetTold(tx, before, now);
    if (forgotten > 0)
      await audit({ objectType: "incident_report", objectId: today, details: { forgotten } });
    return { forgotten };
  });
}

/** Puts the open question on the table of settings, marked unconfirmed. Repeatable. */
export const ensureIncidentSettings = (app: App): Promise<void> =>
  writeMissingSettings(app, defaults, () => "set by the city with its data protection officer");
