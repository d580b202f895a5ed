import { recordRedDecision, type RedInput, type RedRefusal } from "#claimability";
import { lockPayers } from "#enrolment";
import { change, type Operation } from "#use-case";
import { takeOutOfDrafts } from "./take-out.ts";

export type RedOutcome =
  | { readonly outcome: "held" | "sent-anyway" | "released" }
  | { readonly outcome: "refused"; readonly reasons: readonly [RedRefusal] };

const outcomes = { hold: "held", send: "sent-anyway", release: "released" } as const;

/**
 * What a person decides of somebody whose claim would be refused: to hold them back, which takes them out of the draft and keeps
 * them out of the next, to register them all the same, or to take either back. Throws `not-found`.
 */
export const decideRed = change(
  { name: "packet.decide-red", permission: "claimability.decide" },
  async (step, { operationId: _operation, ...input }: Operation & RedInput): Promise<RedOutcome> => {
    await lockPayers(step.tx);
    const answer = await recordRedDecision(step, input);
    if ("refused" in answer) return step.unchanged({ outcome: "refused", reasons: [answer.refused] });
    if (answer.decision === "hold") await takeOutOfDrafts(step, [input.enrolmentId]);
    await step.audit({
      objectType: "person",
      objectId: answer.personId,
      details: { decision: answer.decision, reason: input.reason },
    });
    return { outcome: outcomes[answer.decision] };
  },
);
