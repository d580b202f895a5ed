import type { Feature } from "#app";
import { enrolmentTasks } from "./enrolment-tasks.ts";

export const enrolmentFeature: Feature = {
  name: "enrolment",
  owns: {
    "app.enrolments": "enrolment.list",
  },
  gives: enrolmentTasks,
};
