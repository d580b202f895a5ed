import { may } from "#access";
import { taskSources, waitSources } from "#tasks";
import { countIncomplete } from "./incomplete-person.view.ts";
import { countWaitingEdits, findOwnWaitingEdits } from "./waiting-edit.view.ts";

export const correctionTasks = [
  taskSources({
    code: "decide-corrections",
    target: "corrections",
    urgency: 35,
    permission: "worker.correction.approve",
    count: ({ tx, area, actor }) =>
      countWaitingEdits(tx, { area, actor, opensNik: may(actor, "worker.correction.approve_nik") }),
  }),
  // Only for the village, which can go and ask; the city's desk would be asked about everybody.
  taskSources({
    code: "complete-persons",
    target: "visits",
    urgency: 65,
    permission: "worker.update",
    count: async ({ tx, area }) =>
      area.villageCode === null ? 0 : countIncomplete(tx, { area, villageCode: null, reason: "blocking" }),
  }),
  taskSources({
    code: "ask-before-registration",
    target: "visits",
    urgency: 62,
    permission: "worker.update",
    count: async ({ tx, area }) =>
      area.villageCode === null
        ? 0
        : countIncomplete(tx, { area, villageCode: null, reason: "registration" }),
  }),
  waitSources({
    code: "correction-at-second-person",
    permission: "worker.update",
    find: ({ tx, area, actor }) => findOwnWaitingEdits(tx, area, actor.userId),
  }),
];
