import { taskSources } from "#tasks";
import { countWaitingIdentities } from "./identity.view.ts";

export const identityTasks = [
  taskSources({
    code: "decide-identities",
    target: "identities",
    urgency: 45,
    permission: "worker.merge.approve",
    count: ({ tx, area, actor }) => countWaitingIdentities(tx, area, actor.userId),
  }),
];
