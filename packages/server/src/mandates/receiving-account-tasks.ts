import { taskSources } from "#tasks";
import { listReceivingAccounts } from "./receiving-account.store.ts";

/** An account that somebody else proposed; sponsors cannot transfer before one holds. */
export const receivingAccountTasks = taskSources({
  code: "decide-receiving-account",
  target: "receiving-account",
  urgency: 56,
  permission: "receiving_account.propose",
  count: async ({ tx, actor }) =>
    (await listReceivingAccounts(tx)).filter(
      ({ decision, proposedBy }) => decision === null && proposedBy !== actor.userId,
    ).length,
});
