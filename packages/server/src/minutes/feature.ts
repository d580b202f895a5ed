import type { Feature } from "#app";
import { minutesTasks } from "./minutes-tasks.ts";

export const minutesFeature: Feature = {
  name: "minutes",
  owns: {
    "app.minutes": "minutes.read",
    "app.minutes_texts": "minutes.read",
    "app.minutes_replies": "minutes.read",
    "app.minutes_files": "minutes.read",
  },
  gives: minutesTasks,
};
