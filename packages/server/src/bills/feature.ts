import type { Feature } from "#app";
import { countedOnce, taskSources } from "#tasks";
import { billCalls } from "./bill-calls.ts";
import { countBills } from "./list-bills.ts";

const counts = countedOnce(countBills);

export const billsFeature: Feature = {
  name: "bills",
  owns: {
    "app.bills": "bill.read",
    "app.bill_answers": "bill.read",
  },
  gives: [
    billCalls,
    taskSources({
      code: "answer-bills",
      target: "bills",
      urgency: 68,
      permission: "bill.write",
      count: async (step) => (await counts(step)).differing,
    }),
    taskSources({
      code: "enter-bills",
      target: "bills",
      urgency: 145,
      permission: "bill.write",
      count: async (step) => (await counts(step)).unbilled,
    }),
  ],
};
