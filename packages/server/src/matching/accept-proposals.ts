import { isManagersToDecide } from "@tuwai/domain/matching";
import { monthOf } from "@tuwai/domain/time";
import { readPricing } from "#contributions";
import { enrol, lockPayers, type Wadah } from "#enrolment";
import { change, type Operation, type Step } from "#use-case";
import { latestMonth } from "./latest-month.ts";
import { readChoiceRules } from "./matching-settings.ts";
import { lockSponsorships, type Sponsorship } from "./proposal.view.ts";
import { type PayerReason, reasonsAgainst } from "./reasons-against.ts";
import { decideSponsorships } from "./sponsorship.store.ts";
import { type Candidate, listCandidates } from "./waiting.view.ts";

export type AcceptReason =
  | PayerReason
  | "unknown-proposal"
  | "already-decided"
  | "pledge-stopped"
  | "sponsor-chooses";

export type AcceptOutcome = {
  readonly outcome: "decided";
  readonly accepted: readonly {
    readonly id: string;
    readonly personCode: string;
    readonly enrolmentId: string;
  }[];
  readonly refused: readonly { readonly id: string; readonly reasons: readonly AcceptReason[] }[];
};

/**
 * Makes proposals real: the pledge pays for the worker, who is ready for the next packet. Each stands for itself; one that its sponsor
 * has still days to answer is the sponsor's alone.
 */
export const acceptProposals = change(
  { name: "match.accept", permission: "pledge.match" },
  async (step, input: Operation & { readonly sponsorshipIds: readonly string[] }): Promise<AcceptOutcome> => {
    await lockPayers(step.tx);
    const rules = await readChoiceRules(step.tx, step.actor.regionCode);
    return acceptWithin(step, {
      ids: [...new Set(input.sponsorshipIds)],
      mayDecide: (proposal) => isManagersToDecide(proposal, rules, step.today),
    });
  },
);

type Accepting = {
  readonly ids: readonly string[];
  readonly mayDecide: (proposal: Sponsorship) => boolean;
};

/** Under `lockPayers`, by whoever may decide. */
export async function acceptWithin(step: Step, { ids, mayDecide }: Accepting): Promise<AcceptOutcome> {
  const { tx, actor } = step;
  const judged = await judge(step, { ids, mayDecide });
  const { enrolment } = await readPricing(tx, actor.regionCode);
  const wadah = enrolment["wadah-for-asn"].value as Wadah;
  const thisMonth = monthOf(step.today);
  const accepted = judged.flatMap(({ id, sponsorship, candidate, reasons }) => {
    if (reasons.length > 0 || !sponsorship || !candidate?.programme) return [];
    const fromMonth = latestMonth(thisMonth, sponsorship.pledgeFrom, candidate.freeFrom ?? thisMonth);
    return [{ id, enrolmentId: step.newId(), candidate, programme: candidate.programme, fromMonth }];
  });
  const acceptedIds = accepted.map(({ id }) => id);
  await decideSponsorships(tx, acceptedIds, { state: "accepted", by: actor.userId, at: step.now });
  await enrol(
    step,
    accepted.map(({ id, enrolmentId, candidate, programme, fromMonth }) => {
      const paidBy = { fundSource: "asn", wadah, sponsorshipId: id, segment: "bpu", wages: [] } as const;
      return { ...candidate, ...paidBy, id: enrolmentId, programme, fromMonth };
    }),
  );
  const refused = judged.flatMap(({ id, reasons }) => (reasons.length > 0 ? [{ id, reasons }] : []));
  await step.audit({
    objectType: "sponsorship",
    objectId: "proposals",
    details: { accepted: acceptedIds, refused: refused.length, wadah },
  });
  return {
    outcome: "decided",
    accepted: accepted.map(({ id, candidate, enrolmentId }) => {
      return { id, personCode: candidate.code, enrolmentId };
    }),
    refused,
  };
}

async function judge({ tx, area }: Step, { ids, mayDecide }: Accepting) {
  const found = new Map((await lockSponsorships(tx, area, ids)).map((row) => [row.id, row]));
  const personIds = [...found.values()].map(({ personId }) => personId);
  const candidates = new Map((await listCandidates(tx, area, personIds)).map((row) => [row.personId, row]));
  return ids.map((id) => {
    const sponsorship = found.get(id);
    const candidate = sponsorship && candidates.get(sponsorship.personId);
    return { id, sponsorship, candidate, reasons: acceptReasons(sponsorship, candidate, mayDecide) };
  });
}

function acceptReasons(
  sponsorship: Sponsorship | undefined,
  candidate: Candidate | undefined,
  mayDecide: Accepting["mayDecide"],
): readonly AcceptReason[] {
  if (sponsorship === undefined) return ["unknown-proposal"];
  if (sponsorship.state !== "proposed") return ["already-decided"];
  const reasons: readonly AcceptReason[] = [
    ...reasonsAgainst(candidate, true),
    ...(mayDecide(sponsorship) ? [] : ["sponsor-chooses" as const]),
  ];
  return sponsorship.isPledgeActive ? reasons : [...reasons, "pledge-stopped"];
}
