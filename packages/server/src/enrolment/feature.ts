import type { Feature } from "#app";

export const enrolmentFeature: Feature = {
  name: "enrolment",
  owns: {
    "app.enrolments": "enrolment.list",
  },
};
