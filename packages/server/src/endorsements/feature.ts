import type { Feature } from "#app";

export const endorsementsFeature: Feature = {
  name: "endorsements",
  owns: {
    "app.endorsements": "list_decision.read",
    "app.endorsement_items": "list_decision.read",
  },
};
