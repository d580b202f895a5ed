import type { Feature } from "#app";

export const coverageFeature: Feature = {
  name: "coverage",
  owns: {
    "pub.releases": "open",
    "pub.coverage": "open",
  },
};
