import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { forgetEnded } from "./forget-ended.ts";

export const handoversFeature: Feature = {
  name: "handovers",
  owns: {
    "app.child_handovers": "handover.read",
    "app.child_handover_looks": "handover.read",
  },
  gives: [
    workHandlers(handles("handovers.forget", { work: forgetEnded, unite: () => ({}) })),
    schedules(schedule({ name: "handovers-retention", at: "00.10", topic: "handovers.forget", payload: {} })),
  ],
};
