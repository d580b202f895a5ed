import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countUnknown } from "./absence.view.ts";

export const comparisonFeature: Feature = {
  name: "comparison",
  owns: { "app.list_absences": "worker.history.read" },
  gives: [
    // Only for the village, which can go and look.
    taskSources({
      code: "find-absent",
      target: "absent",
      urgency: 66,
      permission: "worker.update",
      count: async ({ tx, area }) => (area.villageCode === null ? 0 : countUnknown(tx, area)),
    }),
  ],
};
