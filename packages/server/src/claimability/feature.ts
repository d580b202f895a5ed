import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countToComplete } from "./list-claimability.ts";
import { countVisitRows } from "./visit.view.ts";

export const claimabilityFeature: Feature = {
  name: "claimability",
  owns: {
    "app.claimability_decisions": "claimability.read",
    "app.visit_samples": "claimability.read",
    "app.visit_sample_members": "claimability.read",
  },
  gives: [
    // Only for the village, which can go and ask; the city's desk would be asked about everybody.
    taskSources({
      code: "complete-before-sending",
      target: "claimability",
      urgency: 77,
      permission: "worker.update",
      count: async (step) => (step.area.villageCode === null ? 0 : countToComplete(step)),
    }),
    taskSources({
      code: "visit-sample",
      target: "visit-sample",
      urgency: 78,
      permission: "claimability.visit",
      count: async ({ tx, area }) =>
        area.villageCode === null ? 0 : countVisitRows(tx, area, { sampleId: null, open: true }),
    }),
  ],
};
