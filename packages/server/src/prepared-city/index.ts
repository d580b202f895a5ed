export { findPrepared, restorePrepared } from "./restore-prepared.ts";
export { type PreparedSummary, writePrepared } from "./write-prepared.ts";
