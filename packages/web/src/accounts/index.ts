export { accountCounts } from "./account-counts.ts";
export { requireProof } from "./require-proof.ts";
