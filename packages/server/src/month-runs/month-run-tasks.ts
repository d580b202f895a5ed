import { monthOf } from "@tuwai/domain/time";
import { taskSources } from "#tasks";
import { countParked } from "./period.view.ts";

/** Workers whose month contradicts itself wait for whoever runs the months. */
export const monthRunTasks = taskSources({
  code: "mend-parked-months",
  target: "period",
  urgency: 67,
  permission: "contribution.month.run",
  count: async ({ tx, today }) =>
    (await countParked(tx, monthOf(today))).reduce((sum, { workers }) => sum + workers, 0),
});
