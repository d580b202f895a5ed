import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { almsTasks } from "./alms-tasks.ts";
import { orphanSources } from "./children-for-round.ts";
import { orphansOfFamilies } from "./orphans-of-families.ts";
import { requireWholeAlms } from "./verify-alms.ts";

export const almsFeature: Feature = {
  name: "alms",
  owns: {
    "app.alms_campaigns": "donation.read",
    "app.alms_pledges": "donation.read",
    "app.alms_receipts": "donation.read",
    "app.alms_rounds": "donation.desk.read",
    "app.alms_round_children": "donation.disburse",
    "app.alms_entries": "donation.desk.read",
    "app.alms_lines": "donation.desk.read",
    "app.alms_heads": "donation.desk.read",
    "app.alms_balances": "donation.desk.read",
  },
  gives: [
    ...almsTasks,
    orphanSources(orphansOfFamilies),
    workHandlers(handles("alms.verify", { work: requireWholeAlms, unite: () => ({}) })),
    schedules(schedule({ name: "alms-verify", at: "00.10", topic: "alms.verify", payload: {} })),
  ],
};
