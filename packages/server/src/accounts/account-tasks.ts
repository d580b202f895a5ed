import { asAccounts } from "#database";
import { taskSources } from "#tasks";
import { countOpenRequests } from "./request.store.ts";

/** What waits for a second person; accounts are counted by the login that keeps them. */
export const accountTasks = taskSources({
  code: "decide-account-requests",
  target: "accounts",
  permission: "user.grant_role",
  urgency: 165,
  count: ({ app, actor }) =>
    asAccounts(app, actor, (tx) => countOpenRequests(tx, actor.regionCode, actor.userId)),
});
