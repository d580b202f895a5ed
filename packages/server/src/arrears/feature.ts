import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, unitePersons, workHandlers } from "#work";
import { countIn } from "./arrears-list.view.ts";
import { refreshArrears } from "./refresh-arrears.ts";

export const arrearsFeature: Feature = {
  name: "arrears",
  owns: {
    "app.arrears": "arrears.read",
    "app.cover_alarms": "arrears.read",
  },
  gives: [
    workHandlers(handles("arrears.refresh", { work: refreshArrears, unite: unitePersons })),
    taskSources({
      code: "rescue-workers",
      target: "arrears",
      urgency: 14,
      permission: "arrears.rescue",
      count: ({ tx, area, today }) => countIn(tx, area, { on: today, bucket: "30" }),
    }),
    taskSources({
      code: "remind-villages",
      target: "arrears",
      urgency: 15,
      permission: "arrears.rescue",
      count: ({ tx, area, today }) => countIn(tx, area, { on: today, bucket: "village" }),
    }),
  ],
};
