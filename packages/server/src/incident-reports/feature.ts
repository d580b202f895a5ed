import type { Feature } from "#app";
import { importKinds } from "#intake";
import { taskSources } from "#tasks";
import { handles, schedule, schedules, workHandlers } from "#work";
import { deathsApplier } from "./deaths-applier.ts";
import { forgetRefuted } from "./forget-refuted.ts";
import { reportFromBpjs } from "./report-from-bpjs.ts";
import { countReports } from "./report.store.ts";

export const incidentReportsFeature: Feature = {
  name: "incident-reports",
  owns: {
    "app.incident_reports": "incident_report.list",
    "app.incident_report_steps": "incident_report.list",
  },
  gives: [
    importKinds({
      kind: "deaths",
      send: "import.send.deaths",
      isMoney: false,
      needsVillage: false,
      applier: deathsApplier,
      topics: [],
    }),
    workHandlers({
      ...handles("incident-reports.from-bpjs", { work: reportFromBpjs }),
      ...handles("incident-reports.forget", { work: forgetRefuted, unite: () => ({}) }),
    }),
    schedules(
      schedule({ name: "incident-retention", at: "00.40", topic: "incident-reports.forget", payload: {} }),
    ),
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
