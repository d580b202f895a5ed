import type { Feature } from "#app";

export const enrolmentFeature: Feature = {
  name: "enrolment",
  owns: {
    "app.notifications": "own",
    "app.enrolments": "enrolment.list",
  },
};
