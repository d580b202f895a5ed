import type { MatchingRules, PairEnd, Sponsor, WaitingWorker } from "./matching-facts.ts";

/** What each sponsor can still take while proposals are being made. */
export type SponsorPlaces = {
  readonly find: (sponsorId: string) => Sponsor | undefined;
  readonly listFree: () => readonly Sponsor[];
  readonly placesOf: (sponsor: Sponsor) => number;
  readonly refusalOf: (sponsor: Sponsor, worker: WaitingWorker) => PairEnd["code"] | undefined;
  readonly take: (sponsor: Sponsor, worker: WaitingWorker) => void;
};

type Rest = { places: number; rupiah: number };

/** Opens the books in the order of sponsor ids, so that the result does not hang on the order of the input. */
export function openPlaces(sponsors: readonly Sponsor[], rules: MatchingRules): SponsorPlaces {
  const ordered = sponsors.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(ordered.map((sponsor) => [sponsor.id, sponsor]));
  const rests = new Map<string, Rest>(
    ordered.map(({ id, isActive, workers, capPerMonth }) => [
      id,
      { places: isActive ? (workers ?? rules.workersPerSponsor) : 0, rupiah: capPerMonth },
    ]),
  );
  const restOf = ({ id }: Sponsor): Rest => rests.get(id) ?? { places: 0, rupiah: 0 };
  let free = ordered.filter((sponsor) => restOf(sponsor).places > 0);
  return {
    find: (sponsorId) => byId.get(sponsorId),
    listFree: () => free,
    placesOf: (sponsor) => restOf(sponsor).places,
    refusalOf: (sponsor, worker) => refusalOf(sponsor, worker, restOf(sponsor)),
    take: (sponsor, worker) => {
      const rest = restOf(sponsor);
      rest.places -= 1;
      rest.rupiah -= worker.price;
      if (rest.places === 0) free = free.filter((other) => other !== sponsor);
    },
  };
}

function refusalOf(sponsor: Sponsor, worker: WaitingWorker, rest: Rest): PairEnd["code"] | undefined {
  if (!sponsor.isActive) return "sponsor-stopped";
  if (sponsor.conflictingWorkerIds.includes(worker.id)) return "conflict-of-interest";
  if (sponsor.declinedWorkerIds.includes(worker.id)) return "declined";
  if (rest.places < 1) return "no-place-left";
  return worker.price > rest.rupiah ? "above-cap" : undefined;
}
