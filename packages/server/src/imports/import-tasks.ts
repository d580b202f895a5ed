import { may } from "#access";
import { kindsReadBy } from "#intake";
import { type TaskSource, taskSources } from "#tasks";
import type { Step } from "#use-case";
import { undoDays } from "./import-batch.ts";
import { countOwnImports, countToApprove } from "./waiting-batch.store.ts";

const toApprove = ({ app, tx, actor, area }: Step) =>
  countToApprove(tx, area, { userId: actor.userId, kinds: kindsReadBy(app, actor) });

const own = ({ tx, actor, now }: Step) => countOwnImports(tx, actor, { at: now, days: undoDays });

const approval = { target: "import-approvals", permission: "import.approve" } as const;
const ownDesk = { target: "imports", permission: "import.send" } as const;

const sources: readonly TaskSource[] = [
  {
    ...approval,
    code: "approve-imports",
    urgency: 10,
    count: async (step) => (may(step.actor, "import.read_people") ? toApprove(step) : 0),
  },
  // Who sees no file with people approves files of money.
  {
    ...approval,
    code: "approve-receipts",
    urgency: 20,
    count: async (step) => (may(step.actor, "import.read_people") ? 0 : toApprove(step)),
  },
  {
    ...ownDesk,
    code: "finish-imports",
    urgency: 70,
    count: async (step) => (await own(step)).toFinish,
  },
  {
    ...ownDesk,
    code: "ask-for-mended",
    urgency: 75,
    count: async (step) => (await own(step)).rowsToAskFor,
  },
  {
    ...ownDesk,
    code: "repair-rows",
    urgency: 80,
    count: async (step) => (await own(step)).rowsToRepair,
  },
];

export const importTasks = sources.map(taskSources);
