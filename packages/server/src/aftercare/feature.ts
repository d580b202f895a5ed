import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, schedule, schedules, workHandlers } from "#work";
import { countAsked } from "./asked.store.ts";
import { forgetNotes } from "./forget-notes.ts";
import { followed } from "./get-aftercare.ts";
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
    // Only for the village, which lives beside the family; the city's desk would be asked about everybody.
    taskSources({
      code: "visit-families",
      target: "aftercare",
      urgency: 28,
      permission: "aftercare.visit",
      count: async (step) =>
        step.area.villageCode === null ? 0 : (await followed(step)).filter(({ next }) => next?.isDue).length,
    }),
    taskSources({
      code: "ask-families",
      target: "asked-families",
      urgency: 154,
      permission: "aftercare.ask",
      count: ({ tx }) => countAsked(tx),
    }),
    workHandlers({
      ...handles("aftercare.read-deciles", { work: readDeciles, unite: () => ({}) }),
      ...handles("aftercare.forget", { work: forgetNotes, unite: () => ({}) }),
    }),
    schedules(schedule({ name: "aftercare-retention", at: "00.30", topic: "aftercare.forget", payload: {} })),
    schedules(
      schedule({ name: "aftercare-deciles", at: "00.40", topic: "aftercare.read-deciles", payload: {} }),
    ),
  ],
};
