import type { App } from "#app";
import { asCity } from "#use-case";
import { lockForecast } from "./forecast.store.ts";
import { replaceTrendEvents } from "./trend-event.store.ts";
import { countTrendFacts } from "./trend-facts.view.ts";

/** Counts anew what happened beside the line of coverage, for all who may see the line. */
export async function refreshTrendEvents(app: App): Promise<void> {
  await asCity(app, "planning.forecast", async ({ tx, actor: { regionCode } }) => {
    await lockForecast(tx);
    await replaceTrendEvents(tx, await countTrendFacts(tx, regionCode), regionCode);
  });
}
