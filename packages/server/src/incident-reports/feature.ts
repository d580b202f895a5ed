import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countReports } from "./report.store.ts";

export const incidentReportsFeature: Feature = {
  name: "incident-reports",
  owns: {
    "app.incident_reports": "incident_report.list",
    "app.incident_report_steps": "incident_report.list",
  },
  gives: [
    taskSources({
      code: "confirm-incidents",
      target: "incidents",
      urgency: 1,
      permission: "incident_report.decide",
      count: ({ tx, area }) => countReports(tx, area, "reported"),
    }),
    taskSources({
      code: "follow-incidents",
      target: "incidents",
      urgency: 2,
      permission: "incident_report.follow",
      count: ({ tx, area }) => countReports(tx, area, "confirmed"),
    }),
  ],
};
