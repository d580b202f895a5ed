export { ledgerCounts } from "./ledger-counts.ts";
