export { WorkerClaims } from "./worker-claims.tsx";
export { claimCounts } from "./claim-counts.ts";
export { findingOf } from "./claim-words.ts";
export { claimPath, spellClaimCode } from "./claim-code.ts";
