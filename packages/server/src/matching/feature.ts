import type { Feature } from "#app";
import { matchingTasks } from "./matching-tasks.ts";

export const matchingFeature: Feature = {
  name: "matching",
  owns: {
    "app.sponsorships": "pledge.read",
  },
  gives: matchingTasks,
};
