import { type TaskSource, taskSources } from "#tasks";
import { countReady } from "./ready-enrolment.store.ts";
import { countRejectedPeople } from "./rejected-person.view.ts";

const sources: readonly TaskSource[] = [
  {
    code: "mend-rejected",
    target: "rejected-enrolments",
    urgency: 50,
    permission: "list_decision.prepare",
    count: ({ tx, area, actor }) => countRejectedPeople(tx, area, actor),
  },
  {
    code: "compose-packet",
    target: "enrolments",
    urgency: 140,
    permission: "enrolment.submit",
    count: ({ tx, area }) => countReady(tx, area),
  },
];

export const enrolmentTasks = sources.map(taskSources);
