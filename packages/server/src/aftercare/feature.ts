import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { readDeciles } from "./read-deciles.ts";

export const aftercareFeature: Feature = {
  name: "aftercare",
  owns: {
    "app.family_visits": "aftercare.read",
    "app.family_deciles": "aftercare.welfare",
    "app.asked_samples": "aftercare.ask",
    "app.asked_families": "aftercare.ask",
  },
  gives: [
    workHandlers(handles("aftercare.read-deciles", { work: readDeciles, unite: () => ({}) })),
    schedules(
      schedule({ name: "aftercare-deciles", at: "00.40", topic: "aftercare.read-deciles", payload: {} }),
    ),
  ],
};
