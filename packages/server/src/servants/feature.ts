import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countServantChanges } from "./servant-changes.ts";

export const servantsFeature: Feature = {
  name: "servants",
  owns: { "app.servant_answers": "servant_change.read" },
  gives: [
    taskSources({
      code: "follow-servants",
      target: "servant-changes",
      urgency: 71,
      permission: "servant_change.decide",
      count: countServantChanges,
    }),
  ],
};
