import type { Feature } from "#app";
import { endorsementTasks } from "./endorsement-tasks.ts";

export const endorsementsFeature: Feature = {
  name: "endorsements",
  owns: {
    "app.endorsements": "list_decision.read",
    "app.endorsement_items": "list_decision.read",
  },
  gives: endorsementTasks,
};
