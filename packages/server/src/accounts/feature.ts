import type { Feature } from "#app";
import { schedule, schedules, workHandlers } from "#work";
import { accountOutlook } from "./account-outlook.ts";
import { accountTasks } from "./account-tasks.ts";
import { accountsWork, mailWork } from "./accounts-work.ts";

export const accountsFeature: Feature = {
  name: "accounts",
  owns: {
    "auth.user": "own",
    "auth.session": "own",
    "auth.account": "own",
    "auth.verification": "own",
    "auth.twoFactor": "own",
    "auth.attempts": "own",
    "auth.used_codes": "own",
    "auth.appointments": "own",
    "auth.step_ups": "own",
    "auth.account_lives": "own",
    "auth.invitations": "own",
    "auth.mails": "own",
    "auth.account_requests": "own",
  },
  gives: [
    accountTasks,
    ...accountOutlook,
    workHandlers({ ...accountsWork, ...mailWork }),
    schedules(schedule({ name: "accounts-retention", at: "00.10", topic: "accounts.forget", payload: {} })),
  ],
};
