import { taskSources } from "#tasks";
import { findOpenClosing } from "./closing.store.ts";
import { listOpenProposals } from "./proposal.store.ts";

/** Entries and closings that somebody else proposed. */
export const ledgerTasks = taskSources({
  code: "decide-books",
  target: "books",
  urgency: 57,
  permission: "ledger.approve",
  count: async ({ tx, actor }) => {
    const proposals = (await listOpenProposals(tx)).filter(({ proposedBy }) => proposedBy !== actor.userId);
    const closing = await findOpenClosing(tx);
    return proposals.length + (closing !== null && closing.proposedBy !== actor.userId ? 1 : 0);
  },
});
