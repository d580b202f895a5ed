import type { Feature } from "#app";
import { coverageCalls } from "./coverage-calls.ts";

export const coverageFeature: Feature = {
  name: "coverage",
  owns: {
    "pub.releases": "open",
    "pub.coverage": "open",
  },
  gives: coverageCalls,
};
