import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, schedule, schedules, workHandlers } from "#work";
import { countVisits } from "./decision.store.ts";
import { refreshTargeting } from "./refresh-targeting.ts";
import { countUntouched, findFirstUntouched } from "./untouched.view.ts";

export const targetingFeature: Feature = {
  name: "targeting",
  owns: {
    // Days alone: of what they were counted stands beside them.
    "app.targeting_releases": "open",
    "app.targeting_counts": "targeting.summary.read",
    "app.targeting_decisions": "targeting.list.read",
    "app.targeting_watches": "targeting.list.read",
    "app.targeting_changes": "targeting.list.read",
    "app.targeting_change_decisions": "targeting.list.read",
  },
  gives: [
    taskSources({
      code: "look-at-left-out",
      target: "targeting-list",
      urgency: 122,
      permission: "targeting.list.read",
      count: countUntouched,
      where: findFirstUntouched,
    }),
    // The village is asked to visit and to list whoever works; why it is asked, it never learns.
    taskSources({
      code: "visit-for-list",
      target: "workers",
      urgency: 123,
      permission: "import.send.village_list",
      count: ({ tx, area }) => countVisits(tx, area),
    }),
    workHandlers(handles("targeting.refresh", { work: refreshTargeting, unite: () => ({}) })),
    // After cover and judgements of the night.
    schedules(schedule({ name: "targeting", at: "00.50", topic: "targeting.refresh", payload: {} })),
  ],
};
