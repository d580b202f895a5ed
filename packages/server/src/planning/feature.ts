import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { refreshForecasts } from "./refresh-forecasts.ts";

export const planningFeature: Feature = {
  name: "planning",
  owns: {
    "app.forecasts": "forecast.read",
    "app.scenarios": "scenario.read",
  },
  gives: [
    workHandlers(handles("planning.forecast", { work: (app) => refreshForecasts(app), unite: () => ({}) })),
    // A month becomes complete by the passing of a day, without any figure changing.
    schedules(schedule({ name: "planning-forecast", at: "00.50", topic: "planning.forecast", payload: {} })),
  ],
};
