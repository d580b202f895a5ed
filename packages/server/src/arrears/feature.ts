import { thresholdsOn } from "@tuwai/domain/arrears";
import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, unitePersons, workHandlers } from "#work";
import { countOfVillages, countUrgent } from "./arrears-list.view.ts";
import { refreshArrears } from "./refresh-arrears.ts";

export const arrearsFeature: Feature = {
  name: "arrears",
  owns: {
    "app.arrears": "arrears.read",
    "app.cover_alarms": "arrears.read",
    "app.rescues": "arrears.rescue.read",
  },
  gives: [
    workHandlers(handles("arrears.refresh", { work: refreshArrears, unite: unitePersons })),
    taskSources({
      code: "rescue-workers",
      target: "arrears",
      urgency: 14,
      permission: "arrears.rescue",
      count: ({ tx, area, today }) => countUrgent(tx, area, { on: today, days: thresholdsOn(today).urgent }),
    }),
    taskSources({
      code: "remind-villages",
      target: "arrears",
      urgency: 15,
      permission: "arrears.rescue",
      count: ({ tx, area, today }) => countOfVillages(tx, area, today),
    }),
  ],
};
