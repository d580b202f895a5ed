import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countForSecondPerson } from "./target.store.ts";

export const indicatorsFeature: Feature = {
  name: "indicators",
  owns: {
    "pub.indicator_values": "open",
    "pub.indicator_targets": "open",
    "pub.estimate_sources": "open",
    "pub.estimate_versions": "open",
    "pub.worker_estimates": "open",
  },
  gives: [
    taskSources({
      code: "decide-targets",
      target: "targets",
      urgency: 88,
      permission: "target.write",
      count: ({ tx, actor }) => countForSecondPerson(tx, actor.userId),
    }),
  ],
};
