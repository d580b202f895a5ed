import type { Feature } from "#app";
import { importKinds } from "#intake";
import { handles, schedule, schedules, workHandlers } from "#work";
import { tariffTasks } from "./tariff-tasks.ts";
import { postObligations } from "./post-obligations.ts";
import { receiptsApplier } from "./receipts-applier.ts";

export const contributionsFeature: Feature = {
  name: "contributions",
  owns: {
    "app.obligations": "enrolment.list",
  },
  gives: [
    tariffTasks,
    importKinds({
      kind: "bpjs-receipts",
      send: "import.send.bpjs_receipts",
      isMoney: true,
      needsVillage: false,
      applier: receiptsApplier,
      topics: [],
    }),
    workHandlers(handles("ledger.post-obligations", { work: postObligations, unite: () => ({}) })),
    schedules(
      schedule({ name: "post-obligations", at: "00.10", topic: "ledger.post-obligations", payload: {} }),
    ),
  ],
};
