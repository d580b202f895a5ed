import { thresholdsOn } from "@tuwai/domain/arrears";
import type { Feature } from "#app";
import { taskSources } from "#tasks";
import { handles, schedule, schedules, unitePersons, workHandlers } from "#work";
import { arrearsCalls } from "./arrears-calls.ts";
import { countOfVillages, countUrgent } from "./arrears-list.view.ts";
import { refreshArrears } from "./refresh-arrears.ts";
import { askForDigests, giveUpDigest, mailDigest } from "./send-digests.ts";

export const arrearsFeature: Feature = {
  name: "arrears",
  owns: {
    "app.arrears": "arrears.read",
    "app.cover_alarms": "arrears.read",
    "app.rescues": "arrears.rescue.read",
    "app.digests": "own",
  },
  gives: [
    ...arrearsCalls,
    workHandlers({
      ...handles("arrears.refresh", { work: refreshArrears, unite: unitePersons }),
      ...handles("arrears.digest", { work: askForDigests, unite: () => ({}) }),
      ...handles("arrears.mail-digest", { work: mailDigest, givenUp: giveUpDigest }),
    }),
    // After the night has judged everybody anew.
    schedules(schedule({ name: "arrears-digest", at: "00.50", topic: "arrears.digest", payload: {} })),
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
