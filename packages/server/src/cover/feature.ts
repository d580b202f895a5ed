import type { Feature } from "#app";
import { schedule, schedules, workHandlers } from "#work";
import { coverWork } from "./cover-work.ts";

export const coverFeature: Feature = {
  name: "cover",
  owns: {
    "app.cover_events": "enrolment.list",
    "app.standing_events": "enrolment.list",
    "app.cover_states": "worker.list",
  },
  gives: [
    workHandlers(coverWork),
    // The day has changed: the cover clock looks at everybody again.
    schedules(schedule({ name: "cover", at: "00.10", topic: "cover.refresh-all", payload: { after: null } })),
  ],
};
