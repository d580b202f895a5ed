import type { Feature } from "#app";
import { handles, schedule, schedules, workHandlers } from "#work";
import { ledgerTasks } from "./ledger-tasks.ts";
import { requireWholeLedger } from "./verify-ledger.ts";

export const ledgerFeature: Feature = {
  name: "ledger",
  owns: {
    "app.ledger_entries": "ledger.read_entries",
    "app.ledger_proposals": "ledger.read_entries",
    "app.ledger_closings": "ledger.read_entries",
    "app.ledger_heads": "ledger.read_entries",
    "app.ledger_balances": "ledger.read_balances",
  },
  gives: [
    ledgerTasks,
    workHandlers(handles("ledger.verify", { work: requireWholeLedger, unite: () => ({}) })),
    schedules(schedule({ name: "ledger-verify", at: "00.10", topic: "ledger.verify", payload: {} })),
  ],
};
