import type { Feature } from "#app";

export const followUpsFeature: Feature = {
  name: "follow-ups",
  owns: {
    "app.decisions": "decision.read",
    "app.follow_ups": "follow_up.read",
    "app.follow_up_steps": "follow_up.read",
  },
};
