export { payerCounts } from "./payer-counts.ts";
