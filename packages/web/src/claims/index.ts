export { WorkerClaims } from "./worker-claims.tsx";
export { claimCounts } from "./claim-counts.ts";
export { claimPath, spellClaimCode } from "./claim-code.ts";
