import { type TaskSource, taskSources } from "#tasks";
import { countPacketsIn, countPacketsWithRejected } from "./waiting-packet.store.ts";

const target = "enrolments";

const sources: readonly TaskSource[] = [
  {
    code: "answer-packets",
    target,
    urgency: 40,
    permission: "enrolment.confirm",
    count: ({ tx, area }) => countPacketsIn(tx, area, "sent"),
  },
  {
    code: "repair-packets",
    target,
    urgency: 55,
    permission: "enrolment.submit",
    count: ({ tx, area }) => countPacketsWithRejected(tx, area),
  },
  {
    code: "send-packets",
    target,
    urgency: 150,
    permission: "enrolment.submit",
    count: ({ tx, area }) => countPacketsIn(tx, area, "draft"),
  },
];

export const packetTasks = sources.map(taskSources);
