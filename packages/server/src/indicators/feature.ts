import type { Feature } from "#app";

export const indicatorsFeature: Feature = {
  name: "indicators",
  owns: {
    "pub.indicator_values": "open",
    "pub.indicator_targets": "open",
    "pub.estimate_sources": "open",
    "pub.estimate_versions": "open",
    "pub.worker_estimates": "open",
  },
};
