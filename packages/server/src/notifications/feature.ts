import type { Feature } from "#app";

export const notificationsFeature: Feature = {
  name: "notifications",
  owns: {
    "app.notifications": "own",
  },
};
