import type { Feature } from "#app";

export const workFeature: Feature = {
  name: "work",
  owns: {
    "app.work": "system.operate",
    "app.schedule_runs": "own",
  },
};
