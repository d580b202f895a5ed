import type { Feature } from "#app";

export const contributionsFeature: Feature = {
  name: "contributions",
  owns: {
    "app.obligations": "enrolment.list",
  },
};
