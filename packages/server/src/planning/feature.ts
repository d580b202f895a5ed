import type { App, Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { refreshForecasts } from "./refresh-forecasts.ts";
import { refreshTrendEvents } from "./refresh-trend-events.ts";

export const planningFeature: Feature = {
  name: "planning",
  owns: {
    "app.forecasts": "forecast.read",
    "app.scenarios": "scenario.read",
    "app.trend_events": "forecast.read",
  },
  gives: [
    workHandlers(handles("planning.forecast", { work: refreshPlanning, unite: () => ({}) })),
    // A month becomes complete by the passing of a day, without any figure changing.
    schedules(schedule({ name: "planning-forecast", at: "00.50", topic: "planning.forecast", payload: {} })),
  ],
};

async function refreshPlanning(app: App): Promise<{ readonly changed: number }> {
  await refreshTrendEvents(app);
  return refreshForecasts(app);
}
