import type { Feature } from "#app";
import { workHandlers } from "#work";
import { coverageCalls } from "./coverage-calls.ts";
import { coverageWork } from "./coverage-work.ts";

export const coverageFeature: Feature = {
  name: "coverage",
  owns: {
    "pub.releases": "open",
    "pub.coverage": "open",
  },
  gives: [workHandlers(coverageWork), ...coverageCalls],
};
