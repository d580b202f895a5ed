import type { Feature } from "#app";
import { endorsementCalls } from "./endorsement-calls.ts";
import { endorsementOutlook } from "./endorsement-outlook.ts";
import { endorsementTasks } from "./endorsement-tasks.ts";

export const endorsementsFeature: Feature = {
  name: "endorsements",
  owns: {
    "app.endorsements": "list_decision.read",
    "app.endorsement_items": "list_decision.read",
  },
  gives: [...endorsementTasks, ...endorsementOutlook, ...endorsementCalls],
};
