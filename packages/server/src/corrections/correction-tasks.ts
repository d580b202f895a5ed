import { may } from "#access";
import { taskSources } from "#tasks";
import { countWaitingEdits } from "./waiting-edit.view.ts";

export const correctionTasks = [
  taskSources({
    code: "decide-corrections",
    target: "corrections",
    urgency: 35,
    permission: "worker.correction.approve",
    count: ({ tx, area, actor }) =>
      countWaitingEdits(tx, { area, actor, opensNik: may(actor, "worker.correction.approve_nik") }),
  }),
];
