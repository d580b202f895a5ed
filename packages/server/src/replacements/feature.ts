import { addDays } from "@tuwai/domain/time";
import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { listHolds } from "./hold.view.ts";

/** So many days before a hold ends somebody is told. */
const daysBefore = 7;

export const replacementsFeature: Feature = {
  name: "replacements",
  owns: {
    "app.replacement_holds": "replacement.hold",
    "app.hold_acts": "replacement.hold",
  },
  gives: [
    taskSources({
      code: "watch-holds",
      target: "replacements",
      urgency: 74,
      permission: "replacement.hold",
      count: async ({ tx, area, today }) =>
        (await listHolds(tx, area, today)).filter(
          ({ now }) => now.state === "held" && now.until <= addDays(today, daysBefore),
        ).length,
    }),
  ],
};
