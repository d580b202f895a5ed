import type { Feature } from "#app";
import { handles, workHandlers } from "#work";
import { refreshFigures } from "./refresh-figures.ts";

export const figuresFeature: Feature = {
  name: "figures",
  owns: {
    "app.month_figures": "stats.internal.read",
    "app.cohort_figures": "stats.internal.read",
    "app.arrival_figures": "stats.arrival.read",
  },
  // However often it is asked for, waiting counts are one.
  gives: [
    workHandlers(handles("figures.refresh", { work: (app) => refreshFigures(app), unite: () => ({}) })),
  ],
};
