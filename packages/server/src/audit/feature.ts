import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { forgetTrail } from "./forget-trail.ts";

export const auditFeature: Feature = {
  name: "audit",
  owns: {
    "audit.entries": "audit.read",
    "audit.denials": "audit.read",
    "audit.accesses": "access_log.subject.read",
  },
  gives: [
    workHandlers(handles("audit.forget", { work: forgetTrail, unite: () => ({}) })),
    schedules(schedule({ name: "audit-retention", at: "00.10", topic: "audit.forget", payload: {} })),
  ],
};
