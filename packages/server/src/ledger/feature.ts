import type { Feature } from "#app";
import { ledgerTasks } from "./ledger-tasks.ts";

export const ledgerFeature: Feature = {
  name: "ledger",
  owns: {
    "app.ledger_entries": "ledger.read_entries",
    "app.ledger_proposals": "ledger.read_entries",
    "app.ledger_closings": "ledger.read_entries",
    "app.ledger_heads": "ledger.read_entries",
    "app.ledger_balances": "ledger.read_balances",
  },
  gives: [ledgerTasks],
};
