import { type AskAnotherReason, askAnotherReasons, asksLeft } from "@tuwai/domain/matching";
import { AppError, isUuid } from "#app";
import { lockPayers } from "#enrolment";
import { act, type Call, type Operation, type Step } from "#use-case";
import { type AcceptReason, acceptWithin } from "./accept-proposals.ts";
import { readChoiceRules } from "./matching-settings.ts";
import { countAsked, listOwnProposals, type OwnProposal } from "./my-proposal.view.ts";
import { drawProposals } from "./propose-matches.ts";
import { lockSponsorships } from "./proposal.view.ts";
import { decideSponsorships } from "./sponsorship.store.ts";

type Answered = Operation & { readonly sponsorshipId: string; readonly version: number };

export type OwnAnswer =
  | { readonly outcome: "accepted" }
  /** `found`: whether another worker is proposed already. */
  | { readonly outcome: "asked-another"; readonly found: boolean }
  | { readonly outcome: "refused"; readonly reasons: readonly (AcceptReason | "asked-often-enough")[] };

/** The sponsor takes the worker who was proposed; the worker is ready for the next packet, as if the manager had accepted. */
export const acceptMyProposal = act(
  { name: "match.accept-own", permission: "pledge.proposal.answer" },
  (call, input: Answered): Promise<OwnAnswer> =>
    answer(call, input, async (step, { id }) => {
      const { refused } = await acceptWithin(step, { ids: [id], mayDecide: () => true });
      const reasons = refused.flatMap((each) => each.reasons);
      return reasons.length > 0 ? { outcome: "refused", reasons } : { outcome: "accepted" };
    }),
);

/** The sponsor would like to have another worker: the rule proposes the next at once, this one waits on for somebody else. */
export const askForAnother = act(
  { name: "match.ask-another", permission: "pledge.proposal.answer" },
  (call, input: Answered & { readonly reason: AskAnotherReason }): Promise<OwnAnswer> =>
    answer(call, input, async (step, { id, pledgeId }) => {
      if (!askAnotherReasons.includes(input.reason))
        throw new AppError("invalid-input", { field: "reason", reason: "unknown" });
      const rules = await readChoiceRules(step.tx, step.actor.regionCode);
      if (asksLeft(await countAsked(step.tx, pledgeId, askAnotherReasons), rules) === 0)
        return step.unchanged({ outcome: "refused", reasons: ["asked-often-enough"] });
      const { reason } = input;
      await decideSponsorships(step.tx, [id], {
        state: "declined",
        by: step.actor.userId,
        at: step.now,
        reason,
      });
      const { proposals } = await drawProposals(step, { onlyFor: pledgeId });
      await step.audit({ objectType: "sponsorship", objectId: id, details: { reason } });
      return { outcome: "asked-another", found: proposals > 0 };
    }),
);

/** One's own proposal is decided under the city's row policies: a sponsor's login reaches no list of workers. Throws `not-found`, `stale`. */
async function answer(
  call: Call,
  { operationId: id, ...request }: Answered,
  work: (step: Step, proposal: OwnProposal) => Promise<OwnAnswer>,
): Promise<OwnAnswer> {
  const servant = await call.look(async ({ area }) => area.civilServantId);
  if (servant === null || !isUuid(request.sponsorshipId)) throw new AppError("not-found");
  return call.once({ id, request, as: "city" }, async (step) => {
    await lockPayers(step.tx);
    await lockSponsorships(step.tx, step.area, [request.sponsorshipId]);
    const own = await listOwnProposals(step.tx, step.area, servant);
    const proposal = own.find((each) => each.id === request.sponsorshipId);
    if (proposal === undefined) throw new AppError("not-found", { object: "sponsorship" });
    if (proposal.version !== request.version) throw new AppError("stale", { version: proposal.version });
    return work(step, proposal);
  });
}
