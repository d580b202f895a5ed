export { openPrepared } from "./open-prepared.ts";
export { findPrepared, restorePrepared } from "./restore-prepared.ts";
export { type PreparedSummary, writePrepared } from "./write-prepared.ts";
