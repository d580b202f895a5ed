import { proposeSponsorships, type Sponsor, type WaitingWorker } from "@tuwai/domain/matching";
import { rupiahPerMonth } from "@tuwai/domain/money";
import { parseRegionCode } from "@tuwai/domain/regions";
import { type Month, monthOf } from "@tuwai/domain/time";
import { AppError } from "#app";
import { priceFor, type Pricing, readPricing } from "#contributions";
import { lockPayers } from "#enrolment";
import type { Held } from "#replacements";
import { change, type Operation, type Step } from "#use-case";
import { readKeptOut } from "./kept-out.ts";
import { listOpenPledges, listPersonIds, type OpenPledge } from "./open-pledge.view.ts";
import { insertProposals } from "./sponsorship.store.ts";
import { type Candidate, listWaitingRows } from "./waiting.view.ts";

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
  const proposals = result.proposals
    .filter(({ sponsorId }) => onlyFor === null || sponsorId === onlyFor)
    .map(({ workerId, sponsorId, reasons }) => ({
      id: step.newId(),
      personId: workerId,
      ...places.get(workerId)!,
      pledgeId: sponsorId,
      reasons: reasons.map(withoutPoints),
    }));
  await insertProposals(step.tx, { regionCode: step.actor.regionCode, at: step.now }, proposals);
  const left = (code: string) => result.waiting.filter((each) => each.code === code).length;
  return {
    proposals: proposals.length,
    waiting: { noFreeSponsor: left("no-free-sponsor"), noFittingSponsor: left("no-fitting-sponsor") },
    freePlaces: result.freeSponsors.reduce((total, { places: free }) => total + free, 0),
  };
}

async function readBothSides(step: Step) {
  const { tx, area, today } = step;
  const pricing = await readPricing(tx, area.regionCode);
  const month = monthOf(today);
  const { held, reserved } = await readKeptOut(step);
  const pledges = await listOpenPledges(tx, area);
  const everybody = await listWaitingRows(tx, area, { limit: null, offset: 0 });
  const owners = new Set(pledges.map(({ civilServantId }) => civilServantId));
  // Whoever is held is proposed to the sponsor who had him, should that one have signed again, and to nobody else.
  const waiting = everybody.filter(
    ({ personId }) =>
      !reserved.has(personId) &&
      (owners.has(held.persons.get(personId) ?? "") || !held.persons.has(personId)),
  );
  const nominated = pledges.flatMap(({ wishes }) => wishes.nominatedCodes ?? []);
  const ids = await listPersonIds(tx, area, nominated);
  return {
    places: new Map(
      waiting.map(({ personId, villageCode, kecamatanCode }) => [personId, { villageCode, kecamatanCode }]),
    ),
    workers: waiting.map((candidate) => workerOf(candidate, pricing, month)),
    sponsors: pledges.map((pledge) => sponsorOf(pledge, ids, held)),
  };
}

function workerOf(candidate: Candidate, pricing: Pricing, month: Month): WaitingWorker {
  const answer = priceFor(pricing, { fundSource: "asn", sector: candidate.sector, month });
  if (answer.outcome === "no-rate") throw new AppError("not-set-up", { reason: "no-rate", month });
  return {
    id: candidate.personId,
    villageCode: candidate.villageCode,
    workGroup: candidate.occupationGroup ?? "",
    priority: {
      score: candidate.isFirst ? Number.MAX_SAFE_INTEGER : candidate.score,
      codes: [...(candidate.isFirst ? ["lost-sponsor"] : []), ...candidate.scoreCodes],
    },
    price: answer.price.total,
    sponsorId: null,
  };
}

/** Only the places that are left, with their share of the cap: whoever is together already is not proposed again. */
function sponsorOf(pledge: OpenPledge, ids: ReadonlyMap<string, string>, held: Held): Sponsor {
  const own = [...held.persons].filter(([, servant]) => servant === pledge.civilServantId);
  const others = [...held.persons].filter(([, servant]) => servant !== pledge.civilServantId);
  const heldPlaces = held.places.get(pledge.id) ?? 0;
  const { nominatedCodes = [], villages = [], workGroups = [], nothingElse = false } = pledge.wishes;
  return {
    id: pledge.id,
    place: parseRegionCode(pledge.place ?? "") ?? null,
    isActive: true,
    workers: Math.max(0, pledge.freePlaces - heldPlaces),
    capPerMonth: rupiahPerMonth(pledge.capRupiah),
    wishes: {
      nominatedWorkerIds: [
        ...own.map(([personId]) => personId),
        ...nominatedCodes.flatMap((code) => ids.get(code) ?? []),
      ],
      villages: villages.flatMap((code) => parseRegionCode(code) ?? []),
      workGroups,
      nothingElse,
    },
    conflictingWorkerIds: [...pledge.familyPersonIds, ...others.map(([personId]) => personId)],
    declinedWorkerIds: pledge.declinedPersonIds,
  };
}

/** Reasons are kept as codes. That somebody is poorer than others is a hidden rule: no screen may repeat it. */
function withoutPoints(reason: { readonly code: string; readonly because?: readonly string[] }): object {
  if (reason.because === undefined) return reason;
  return { ...reason, because: reason.because.filter((code) => code !== "lower-welfare") };
}
