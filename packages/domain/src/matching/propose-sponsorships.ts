import { ancestorOf, type RegionCode } from "#regions";
import { byPriority, nearnessOf, wantsNothingElse, whyFirst, wishesMetBy } from "./fit.ts";
import {
  defaultMatchingRules,
  type MatchingResult,
  type MatchingRules,
  type MatchReason,
  type PairEnd,
  type Proposal,
  type Sponsor,
  type Waiting,
  type WaitingWorker,
} from "./matching-facts.ts";
import { openPlaces, type SponsorPlaces } from "./sponsor-places.ts";

/**
 * Who might pay for whom, by a plain rule that can be told in one breath: pairs that exist stay; whom a sponsor named
 * comes next; then workers in order of priority each get the sponsor who wished for someone like them, else one of the
 * same village or kecamatan, else the next free one. Nobody pays for family or for someone they manage, nobody above
 * the agreed cap. The same input in any order gives the same proposals.
 */
export function proposeSponsorships(
  workers: readonly WaitingWorker[],
  sponsors: readonly Sponsor[],
  rules: MatchingRules = defaultMatchingRules,
): MatchingResult {
  const places = openPlaces(sponsors, rules);
  const ordered = workers.toSorted(byPriority);
  const { kept, ended } = keepPairs(ordered, places, rules);
  const together = new Set(kept.map(({ workerId }) => workerId));
  const single = ordered.filter(({ id }) => !together.has(id));
  const nominated = honourNominations(single, sponsors, places);
  const proposals = [...kept, ...nominated];
  const waiting: Waiting[] = [];
  const taken = new Set(proposals.map(({ workerId }) => workerId));
  for (const worker of ordered) {
    if (taken.has(worker.id)) continue;
    const best = bestSponsorFor(worker, places, rules);
    if (best === undefined) {
      waiting.push({
        workerId: worker.id,
        code: places.listFree().length === 0 ? "no-free-sponsor" : "no-fitting-sponsor",
      });
      continue;
    }
    places.take(best.sponsor, worker);
    proposals.push({
      workerId: worker.id,
      sponsorId: best.sponsor.id,
      price: worker.price,
      reasons: [...whyFirst(worker), ...best.reasons],
    });
  }
  const freeSponsors = places
    .listFree()
    .map((sponsor) => ({ sponsorId: sponsor.id, places: places.placesOf(sponsor) }));
  return { proposals, ended, waiting, freeSponsors };
}

function keepPairs(
  workers: readonly WaitingWorker[],
  places: SponsorPlaces,
  rules: MatchingRules,
): { kept: Proposal[]; ended: PairEnd[] } {
  const kept: Proposal[] = [];
  const ended: PairEnd[] = [];
  for (const worker of workers) {
    if (worker.sponsorId === null || !rules.keepsExistingPairs) continue;
    const sponsor = places.find(worker.sponsorId);
    const refusal = sponsor === undefined ? "sponsor-unknown" : places.refusalOf(sponsor, worker);
    if (sponsor === undefined || refusal !== undefined) {
      ended.push({ workerId: worker.id, sponsorId: worker.sponsorId, code: refusal ?? "sponsor-unknown" });
      continue;
    }
    places.take(sponsor, worker);
    kept.push({
      workerId: worker.id,
      sponsorId: sponsor.id,
      price: worker.price,
      reasons: [{ code: "existing-pair" }],
    });
  }
  return { kept, ended };
}

/** A worker named by several sponsors goes to the first by id; the others keep their places. */
function honourNominations(
  workers: readonly WaitingWorker[],
  sponsors: readonly Sponsor[],
  places: SponsorPlaces,
): Proposal[] {
  const proposals: Proposal[] = [];
  const nominators = sponsors
    .filter(({ wishes }) => wishes.nominatedWorkerIds.length > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const worker of workers) {
    const sponsor = nominators.find(
      (candidate) =>
        candidate.wishes.nominatedWorkerIds.includes(worker.id) &&
        places.refusalOf(candidate, worker) === undefined,
    );
    if (sponsor === undefined) continue;
    places.take(sponsor, worker);
    proposals.push({
      workerId: worker.id,
      sponsorId: sponsor.id,
      price: worker.price,
      reasons: [{ code: "nominated-by-sponsor" }],
    });
  }
  return proposals;
}

type Fit = { readonly sponsor: Sponsor; readonly reasons: readonly MatchReason[] };

/** The best rank wins, and of equals the first by id. Asked for every worker of every free sponsor: reasons come last. */
function bestSponsorFor(worker: WaitingWorker, places: SponsorPlaces, rules: MatchingRules): Fit | undefined {
  const kecamatan = ancestorOf(worker.villageCode, "kecamatan");
  let best: Sponsor | undefined;
  let bestRank = -Infinity;
  for (const sponsor of places.listFree()) {
    const rank = rankOf(sponsor, worker, rules.prefersSameKecamatan ? kecamatan : null);
    if (rank <= bestRank || places.refusalOf(sponsor, worker) !== undefined) continue;
    best = sponsor;
    bestRank = rank;
  }
  return best && { sponsor: best, reasons: reasonsFor(best, worker, rules) };
}

/**
 * Wishes weigh more than nearness; a sponsor with other wishes is spared for those as long as another will do. `kecamatan` of the
 * worker, or null where nearness counts for nothing.
 */
function rankOf(sponsor: Sponsor, worker: WaitingWorker, kecamatan: RegionCode | undefined | null): number {
  const { villages, workGroups } = sponsor.wishes;
  const wished =
    (villages.includes(worker.villageCode) ? 1 : 0) + (workGroups.includes(worker.workGroup) ? 1 : 0);
  if (wished === 0 && wantsNothingElse(sponsor)) return -Infinity;
  const wishRank = wished * 10 - (wished === 0 && villages.length + workGroups.length > 0 ? 5 : 0);
  const { place } = sponsor;
  if (place === null || kecamatan === null) return wishRank;
  if (place === worker.villageCode) return wishRank + 2;
  return wishRank + (kecamatan !== undefined && ancestorOf(place, "kecamatan") === kecamatan ? 1 : 0);
}

function reasonsFor(sponsor: Sponsor, worker: WaitingWorker, rules: MatchingRules): readonly MatchReason[] {
  const near = rules.prefersSameKecamatan ? nearnessOf(sponsor, worker) : undefined;
  const reasons = [...wishesMetBy(sponsor, worker), ...(near === undefined ? [] : [near])];
  return reasons.length > 0 ? reasons : [{ code: "next-free-sponsor" }];
}
