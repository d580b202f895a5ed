import type { Feature } from "#app";
import { schedule, schedules, workHandlers } from "#work";
import { eligibilityOutlook } from "./eligibility-outlook.ts";
import { eligibilityWork } from "./eligibility-work.ts";

export const eligibilityFeature: Feature = {
  name: "eligibility",
  owns: {
    "app.policies": "open",
    "app.judgements": "worker.list",
  },
  gives: [
    ...eligibilityOutlook,
    workHandlers(eligibilityWork),
    // Ages and the days of policies move at midnight.
    schedules(
      schedule({
        name: "eligibility",
        at: "00.10",
        topic: "eligibility.judge-all",
        payload: { after: null },
      }),
    ),
  ],
};
