import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { gatherUnknownWork } from "./list-unknown-work.ts";

export const workWordsFeature: Feature = {
  name: "work-words",
  owns: {},
  gives: [
    taskSources({
      code: "explain-work",
      target: "work-words",
      urgency: 85,
      permission: "worker.update",
      count: async (step) => (await gatherUnknownWork(step)).length,
    }),
  ],
};
