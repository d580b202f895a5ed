import type { Feature } from "#app";
import { enrolmentOutlook } from "./enrolment-outlook.ts";
import { enrolmentTasks } from "./enrolment-tasks.ts";

export const enrolmentFeature: Feature = {
  name: "enrolment",
  owns: {
    "app.enrolments": "enrolment.list",
  },
  gives: [...enrolmentTasks, enrolmentOutlook],
};
