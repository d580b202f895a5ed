export { ledgerFeature } from "./feature.ts";
export { postEntries, postReversals, type NewEntry, type PostResult, type Reversal } from "./post-entries.ts";
export { recordEntry } from "./record-entry.ts";
export { proposeEntry, proposeReversal, type ProposalOutcome } from "./propose-entry.ts";
export { decideProposal, type DecisionOutcome } from "./decide-proposal.ts";
export { proposeClosing, decideClosing, type ClosingOutcome, type ClosingReason } from "./close-month.ts";
export { type LedgerFault, type LedgerState, requireWholeLedger, verifyLedger } from "./verify-ledger.ts";
export { type Books, getBooks } from "./read-books.ts";
export { decideInStep, proposeInStep, proposeMirror } from "./decide-in-step.ts";
