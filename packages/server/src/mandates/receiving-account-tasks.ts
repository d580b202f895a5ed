import { taskSources } from "#tasks";
import { listReceivingAccounts } from "./receiving-account.store.ts";

/** An account that somebody else proposed, or that nobody has named yet; sponsors cannot transfer before one holds. */
export const receivingAccountTasks = [
  taskSources({
    code: "decide-receiving-account",
    target: "receiving-account",
    urgency: 56,
    permission: "receiving_account.propose",
    count: async ({ tx, actor }) =>
      (await listReceivingAccounts(tx)).filter(
        ({ decision, proposedBy }) => decision === null && proposedBy !== actor.userId,
      ).length,
  }),
  taskSources({
    code: "name-receiving-account",
    target: "receiving-account",
    urgency: 72,
    permission: "receiving_account.propose",
    count: async ({ tx }) =>
      (await listReceivingAccounts(tx)).some(({ decision }) => decision !== "refused") ? 0 : 1,
  }),
];
