import { addDays, firstDay } from "@tuwai/domain/time";
import { taskSources } from "#tasks";
import { findOpenAsk } from "./cap-ask.store.ts";
import { sortShort } from "./get-cap-shortfalls.ts";

/** How long before the price rises the manager is reminded: payroll needs the new amount before it locks the month. */
const daysAhead = 60;

export const capTasks = [
  taskSources({
    code: "ask-for-caps",
    target: "tariff",
    urgency: 58,
    permission: "pledge.cap_ask.send",
    count: async (step) => {
      const { nearest, open } = await sortShort(step);
      if (nearest === undefined || firstDay(nearest.month) > addDays(step.today, daysAhead)) return 0;
      return open.length;
    },
  }),
  taskSources({
    code: "raise-cap",
    target: "my-pledge",
    urgency: 59,
    permission: "pledge.cap_ask.read",
    count: async ({ tx, area }) =>
      area.civilServantId === null || (await findOpenAsk(tx, area)) === undefined ? 0 : 1,
  }),
];
