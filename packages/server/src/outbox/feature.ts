import type { Feature } from "#app";

export const outboxFeature: Feature = {
  name: "outbox",
  owns: {
    "app.outbox": "own",
  },
};
