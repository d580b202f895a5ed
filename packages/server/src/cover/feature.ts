import type { Feature } from "#app";

export const coverFeature: Feature = {
  name: "cover",
  owns: {
    "app.cover_events": "enrolment.list",
    "app.standing_events": "enrolment.list",
    "app.cover_states": "worker.list",
  },
};
