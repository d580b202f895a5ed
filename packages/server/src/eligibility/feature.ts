import type { Feature } from "#app";

export const eligibilityFeature: Feature = {
  name: "eligibility",
  owns: {
    "app.policies": "open",
    "app.judgements": "worker.list",
  },
};
