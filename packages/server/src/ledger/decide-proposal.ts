import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { decide, type NotDecided, type Verdict } from "./decide.ts";
import { appendRows } from "./post-entries.ts";
import { holdProposal } from "./proposal.store.ts";

export type ProposalDecision = Operation & Verdict & { readonly proposalId: string };

export type DecisionOutcome = { readonly outcome: "approved" | "not-approved" } | NotDecided;

/**
 * The second person's word: approved, the entry stands in the books exactly as it was proposed. Throws `not-found`, `four-eyes`
 * for whoever proposed it, and `conflict` where the books refuse it by now.
 */
export const decideProposal = change(
  { name: "ledger.decide", permission: "ledger.approve" },
  async (step, { proposalId, ...said }: ProposalDecision): Promise<DecisionOutcome> => {
    const proposal = isUuid(proposalId) ? await holdProposal(step.tx, proposalId) : undefined;
    if (proposal === undefined) throw new AppError("not-found");
    const notDecided = await decide(step, "proposal", proposal, said);
    if (notDecided !== null) return notDecided;
    const isApproved = said.verdict === "approve";
    if (isApproved) await appendRows(step, [{ ...proposal, id: step.newId(), proposalId: proposal.id }]);
    await step.audit({
      objectType: "ledger-proposal",
      objectId: proposal.id,
      details: { kind: proposal.kind, verdict: said.verdict },
    });
    return { outcome: isApproved ? "approved" : "not-approved" };
  },
);
