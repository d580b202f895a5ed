import type { Feature } from "#app";
import { handles, workHandlers } from "#work";
import { forgetMandateAccounts } from "./forget-mandate-accounts.ts";
import { receivingAccountTasks } from "./receiving-account-tasks.ts";

export const mandatesFeature: Feature = {
  name: "mandates",
  owns: {
    "app.mandate_accounts": "pledge.mandate.print",
    "app.receiving_accounts": "receiving_account.read",
  },
  gives: [
    ...receivingAccountTasks,
    workHandlers(handles("mandates.forget-account", { work: forgetMandateAccounts })),
  ],
};
