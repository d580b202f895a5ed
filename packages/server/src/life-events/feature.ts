import type { Feature } from "#app";

export const lifeEventsFeature: Feature = {
  name: "life-events",
  owns: { "app.life_events": "worker.history.read" },
};
