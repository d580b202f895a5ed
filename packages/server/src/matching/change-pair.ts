import {
  defaultMatchingRules,
  type MatchReason,
  nearnessOf,
  openPlaces,
  type PairEnd,
  type Sponsor,
  type WaitingWorker,
  wantsNothingElse,
  wishesMetBy,
} from "@tuwai/domain/matching";
import { monthOf } from "@tuwai/domain/time";
import { AppError } from "#app";
import { readPricing } from "#contributions";
import { lockPayers } from "#enrolment";
import { change, type Operation, read, type Step } from "#use-case";
import { sponsorOf, workerOf } from "./both-sides.ts";
import { readKeptOut } from "./kept-out.ts";
import { listOpenPledges, listPersonIds, type OpenPledge } from "./open-pledge.view.ts";
import { lockSponsorships, type Sponsorship } from "./proposal.view.ts";
import { turnProposal } from "./sponsorship.store.ts";
import { listCandidates } from "./waiting.view.ts";

/** Why this pledge cannot have this worker. */
export type PairRefusal = PairEnd["code"] | "wants-nothing-else";

/** Another pledge for a worker who is proposed to one. */
export type OtherPayer = {
  readonly pledgeId: string;
  readonly pledgeCode: string;
  readonly opd: string;
  readonly sponsorName: string | null;
  readonly freePlaces: number;
  readonly reasons: readonly { readonly code: string }[];
};

export type OtherPayers = {
  readonly pledgeId: string;
  readonly version: number;
  /** Those who fit best first. */
  readonly payers: readonly OtherPayer[];
  /** How many more there are. */
  readonly more: number;
  /** How many may not or cannot have this worker, by why. */
  readonly refused: Readonly<Partial<Record<PairRefusal, number>>>;
};

const MOST_SHOWN = 40;

/** Who else could pay for the worker of a proposal that nobody has decided. */
export const listOtherPayers = read(
  { purpose: "other-payers", permission: "pledge.match" },
  async (step, { sponsorshipId }: { readonly sponsorshipId: string }): Promise<OtherPayers> => {
    const proposal = await requireProposed(step, sponsorshipId);
    const fits = await fitsFor(step, proposal);
    const fitting = fits
      .filter(({ refusal }) => refusal === undefined)
      .toSorted((a, b) => b.reasons.length - a.reasons.length || (a.pledge.code < b.pledge.code ? -1 : 1));
    const refused: Partial<Record<PairRefusal, number>> = {};
    for (const { refusal } of fits) if (refusal) refused[refusal] = (refused[refusal] ?? 0) + 1;
    await step.seen({ personIds: [proposal.personId], fields: [] });
    return {
      pledgeId: proposal.pledgeId,
      version: proposal.version,
      payers: fitting.slice(0, MOST_SHOWN).map(({ pledge, reasons }) => ({
        pledgeId: pledge.id,
        pledgeCode: pledge.code,
        opd: pledge.opd,
        sponsorName: pledge.sponsorName,
        freePlaces: pledge.freePlaces,
        reasons,
      })),
      more: Math.max(0, fitting.length - MOST_SHOWN),
      refused,
    };
  },
);

export type ChangeOutcome =
  | { readonly outcome: "changed" }
  | { readonly outcome: "refused"; readonly reasons: readonly (PairRefusal | "no-open-pledge")[] };

type Input = Operation & {
  readonly sponsorshipId: string;
  readonly version: number;
  readonly pledgeId: string;
};

/** Turns a proposal to another pledge, which may have the worker by the same promises; its sponsor's days begin anew. */
export const changePair = change(
  { name: "match.change", permission: "pledge.match" },
  async (step, { sponsorshipId, version, pledgeId }: Input): Promise<ChangeOutcome> => {
    await lockPayers(step.tx);
    const proposal = await requireProposed(step, sponsorshipId);
    if (proposal.version !== version) throw new AppError("stale", { version: proposal.version });
    const fit = (await fitsFor(step, proposal)).find(({ pledge }) => pledge.id === pledgeId);
    const refusal = fit === undefined ? "no-open-pledge" : fit.refusal;
    if (refusal !== undefined || fit === undefined)
      return step.unchanged({ outcome: "refused", reasons: [refusal ?? "no-open-pledge"] });
    const reasons = [{ code: "chosen-by-manager" }, ...fit.reasons];
    await turnProposal(step.tx, { id: sponsorshipId, pledgeId, reasons, at: step.now });
    await step.audit({
      objectType: "sponsorship",
      objectId: sponsorshipId,
      details: { toPledge: fit.pledge.code },
    });
    return { outcome: "changed" };
  },
);

async function requireProposed({ tx, area }: Step, id: string): Promise<Sponsorship> {
  const [proposal] = await lockSponsorships(tx, area, [id]);
  if (proposal === undefined) throw new AppError("not-found", { object: "sponsorship" });
  if (proposal.state !== "proposed") throw new AppError("conflict", { reason: "already-decided" });
  return proposal;
}

type Fit = {
  readonly pledge: OpenPledge;
  readonly reasons: readonly MatchReason[];
  readonly refusal: PairRefusal | undefined;
};

async function fitsFor(step: Step, { personId, pledgeId }: Sponsorship): Promise<readonly Fit[]> {
  const { tx, area, actor, today } = step;
  const [candidate] = await listCandidates(tx, area, [personId]);
  if (candidate === undefined) throw new AppError("not-found", { object: "person" });
  const worker = workerOf(candidate, await readPricing(tx, actor.regionCode), monthOf(today));
  const { held } = await readKeptOut(step);
  const pledges = (await listOpenPledges(tx, area)).filter(({ id }) => id !== pledgeId);
  const named = await listPersonIds(
    tx,
    area,
    pledges.flatMap(({ wishes }) => wishes.nominatedCodes ?? []),
  );
  const sponsors = pledges.map((pledge) => sponsorOf(pledge, named, held));
  const places = openPlaces(sponsors, defaultMatchingRules);
  return pledges.map((pledge, at) => {
    const sponsor = sponsors[at]!;
    const reasons = reasonsFor(sponsor, worker);
    const isUnwanted = reasons.every(({ code }) => code.startsWith("same-")) && wantsNothingElse(sponsor);
    const refusal = places.refusalOf(sponsor, worker) ?? (isUnwanted ? "wants-nothing-else" : undefined);
    return { pledge, reasons, refusal };
  });
}

function reasonsFor(sponsor: Sponsor, worker: WaitingWorker): readonly MatchReason[] {
  const near = nearnessOf(sponsor, worker);
  const isNamed = sponsor.wishes.nominatedWorkerIds.includes(worker.id);
  return [
    ...(isNamed ? [{ code: "nominated-by-sponsor" } as const] : []),
    ...wishesMetBy(sponsor, worker),
    ...(near === undefined ? [] : [near]),
  ];
}
