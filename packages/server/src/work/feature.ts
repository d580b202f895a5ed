import type { Feature } from "#app";
import { schedule } from "./schedule.ts";
import { workWork } from "./work-work.ts";
import { schedules, workHandlers } from "./works.ts";

export const workFeature: Feature = {
  name: "work",
  owns: {
    "app.work": "system.operate",
    "app.schedule_runs": "own",
  },
  gives: [
    workHandlers(workWork),
    schedules(schedule({ name: "work-retention", at: "00.10", topic: "work.forget", payload: {} })),
  ],
};
