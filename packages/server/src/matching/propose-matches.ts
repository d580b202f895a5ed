import { type MatchingResult, type Proposal, proposeSponsorships } from "@tuwai/domain/matching";
import { lockPayers } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { type BothSides, readBothSides } from "./both-sides.ts";
import { insertProposals } from "./sponsorship.store.ts";

export type ProposeOutcome = {
  readonly outcome: "proposed";
  readonly proposals: number;
  /** Still without a proposal: no place anywhere, or none that fits (conflict, wish, cap). */
  readonly waiting: { readonly noFreeSponsor: number; readonly noFittingSponsor: number };
  readonly freePlaces: number;
};

/**
 * Proposes a sponsor for everybody endorsed without a payer, as far as pledges have places, by the explained rule of
 * `proposeSponsorships`. Nothing is decided: each proposal waits for its sponsor, or for `acceptProposals` or `declineProposal`.
 */
export const proposeMatches = change(
  { name: "match.propose", permission: "pledge.match" },
  async (step, _input: Operation): Promise<ProposeOutcome> => {
    await lockPayers(step.tx);
    const drawn = await drawProposals(step);
    await step.audit({
      objectType: "sponsorship",
      objectId: "proposals",
      details: { proposals: drawn.proposals, ...drawn.waiting, freePlaces: drawn.freePlaces },
    });
    return { outcome: "proposed", ...drawn };
  },
);

/** Under `lockPayers`. The rule weighs all of the city; `onlyFor` keeps what it says of one pledge. */
export async function drawProposals(
  step: Step,
  { onlyFor = null }: { readonly onlyFor?: string | null } = {},
): Promise<Omit<ProposeOutcome, "outcome">> {
  const { places, workers, sponsors } = await readBothSides(step);
  const result = proposeSponsorships(workers, sponsors);
  const proposals = result.proposals.filter(({ sponsorId }) => onlyFor === null || sponsorId === onlyFor);
  await saveProposals(step, { proposals, places });
  return { proposals: proposals.length, ...countLeft(result) };
}

/** Under `lockPayers`: each waits for its sponsor or for the manager from now on. */
export async function saveProposals(
  step: Step,
  { proposals, places }: { readonly proposals: readonly Proposal[]; readonly places: BothSides["places"] },
): Promise<void> {
  const rows = proposals.map(({ workerId, sponsorId, reasons }) => ({
    id: step.newId(),
    personId: workerId,
    ...places.get(workerId)!,
    pledgeId: sponsorId,
    reasons: reasons.map(withoutPoints),
  }));
  await insertProposals(step.tx, { regionCode: step.actor.regionCode, at: step.now }, rows);
}

/** Who is left on either side. */
export function countLeft(result: MatchingResult): Pick<ProposeOutcome, "waiting" | "freePlaces"> {
  const left = (code: string) => result.waiting.filter((each) => each.code === code).length;
  return {
    waiting: { noFreeSponsor: left("no-free-sponsor"), noFittingSponsor: left("no-fitting-sponsor") },
    freePlaces: result.freeSponsors.reduce((total, { places: free }) => total + free, 0),
  };
}

/** Reasons are kept as codes. That somebody is poorer than others is a hidden rule: no screen may repeat it. */
function withoutPoints(reason: { readonly code: string; readonly because?: readonly string[] }): object {
  if (reason.because === undefined) return reason;
  return { ...reason, because: reason.because.filter((code) => code !== "lower-welfare") };
}
