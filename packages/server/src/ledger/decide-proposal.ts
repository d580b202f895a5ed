import { requireSecondPerson } from "#access";
import { AppError, isUuid, readNote } from "#app";
import { change, type Operation } from "#use-case";
import { appendRows } from "./post-entries.ts";
import { holdProposal, updateDecision } from "./proposal.store.ts";

export type ProposalDecision = Operation & {
  readonly proposalId: string;
  readonly verdict: "approve" | "refuse";
  /** Why not; needed for a refusal. */
  readonly reason?: string;
};

export type DecisionOutcome =
  | { readonly outcome: "approved" | "not-approved" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("already-settled" | "without-reason")[] };

/**
 * The second person's word: approved, the entry stands in the books exactly as it was proposed. Throws `not-found`, `four-eyes`
 * for whoever proposed it, and `conflict` where the books refuse it by now.
 */
export const decideProposal = change(
  { name: "ledger.decide", permission: "ledger.approve" },
  async (step, { proposalId, verdict, reason }: ProposalDecision): Promise<DecisionOutcome> => {
    const proposal = isUuid(proposalId) ? await holdProposal(step.tx, proposalId) : undefined;
    if (proposal === undefined) throw new AppError("not-found");
    const isApproved = verdict === "approve";
    if (isApproved) requireSecondPerson(step.actor, proposal.proposedBy);
    if (proposal.decision !== null)
      return step.unchanged({ outcome: "refused", reasons: ["already-settled"] });
    const refusal = isApproved ? null : readNote(reason);
    if (!isApproved && refusal === null)
      return step.unchanged({ outcome: "refused", reasons: ["without-reason"] });
    const decision = isApproved ? "approved" : "refused";
    await updateDecision(step.tx, proposal.id, {
      decision,
      refusal,
      actorId: step.actor.userId,
      at: step.now,
    });
    if (isApproved) await appendRows(step, [{ ...proposal, id: step.newId(), proposalId: proposal.id }]);
    await step.audit({
      objectType: "ledger-proposal",
      objectId: proposal.id,
      details: { kind: proposal.kind, verdict },
    });
    return { outcome: isApproved ? "approved" : "not-approved" };
  },
);
