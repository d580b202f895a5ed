import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { refreshDashboards } from "./refresh-dashboards.ts";

export const dashboardsFeature: Feature = {
  name: "dashboards",
  owns: {
    "app.dashboard_counts": "dashboard.read",
    "app.chart_notes": "dashboard.read",
  },
  gives: [
    workHandlers(handles("dashboards.refresh", { work: (app) => refreshDashboards(app), unite: () => ({}) })),
    schedules(schedule({ name: "dashboards", at: "00.55", topic: "dashboards.refresh", payload: {} })),
  ],
};
