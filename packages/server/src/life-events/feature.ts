import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { countToFollow } from "./event-to-follow.view.ts";

export const lifeEventsFeature: Feature = {
  name: "life-events",
  owns: { "app.life_events": "worker.history.read" },
  gives: [
    taskSources({
      code: "follow-life-events",
      target: "life-events",
      urgency: 12,
      permission: "worker.life_event.handle",
      count: ({ tx, area }) => countToFollow(tx, area),
    }),
  ],
};
