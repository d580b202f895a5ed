import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countOfficers } from "./officer.view.ts";

export const officersFeature: Feature = {
  name: "officers",
  owns: {},
  gives: [
    taskSources({
      code: "enrol-officers",
      target: "officers",
      urgency: 136,
      permission: "officer.enrol",
      count: async ({ tx, area }) => (await countOfficers(tx, area, null)).unpaid,
    }),
    taskSources({
      code: "report-wages",
      target: "officers",
      urgency: 137,
      permission: "officer.enrol",
      count: async ({ tx, area }) => (await countOfficers(tx, area, null)).otherWage,
    }),
    taskSources({
      code: "add-wages",
      target: "officers",
      urgency: 54,
      permission: "officer.tell-wage",
      count: async ({ tx, area }) => (await countOfficers(tx, area, null)).withoutWage,
    }),
  ],
};
