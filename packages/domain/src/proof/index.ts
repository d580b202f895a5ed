export { proofOf, type Owed, type Proof, type ProofMonth, type Received } from "./proof-of.ts";
