import {
  byPriority,
  type MatchingResult,
  type Sponsor,
  nearnessOf,
  type WaitingWorker,
  wishesMetBy,
} from "#matching";

/** What a matching reaches, in numbers that can be held beside another's for the same lists. */
export type MatchingAims = {
  /** Workers who stay with the sponsor they have. */
  readonly pairsKept: number;
  /** Workers whom a sponsor named and who are that sponsor's. */
  readonly nominated: number;
  readonly served: number;
  /** How many of each priority get a sponsor, the most urgent first. */
  readonly levels: readonly { readonly score: number; readonly waiting: number; readonly served: number }[];
  /** Wishes for a village or for a kind of work that are met, each by itself. */
  readonly wishes: number;
  /** Pairs of one kecamatan, those of one village among them. */
  readonly sameKecamatan: number;
  readonly sameVillage: number;
};

export type Aim = "pairs-kept" | "nominated" | "priority" | "wishes" | "same-kecamatan" | "same-village";

type Sides = { readonly workers: readonly WaitingWorker[]; readonly sponsors: readonly Sponsor[] };

/** Counts the aims of proposals; `urgentServed` and `served` are persons, the rest pairs or wishes. */
export function countAims(
  { proposals }: Pick<MatchingResult, "proposals">,
  { workers, sponsors }: Sides,
): MatchingAims {
  const workerOf = new Map(workers.map((worker) => [worker.id, worker]));
  const sponsorOf = new Map(sponsors.map((sponsor) => [sponsor.id, sponsor]));
  const served = new Set(proposals.map(({ workerId }) => workerId));
  const counts = { pairsKept: 0, nominated: 0, wishes: 0, sameKecamatan: 0, sameVillage: 0 };
  for (const { workerId, sponsorId } of proposals) {
    const worker = workerOf.get(workerId)!;
    const sponsor = sponsorOf.get(sponsorId)!;
    const near = nearnessOf(sponsor, worker)?.code;
    counts.pairsKept += worker.sponsorId === sponsorId ? 1 : 0;
    counts.nominated += sponsor.wishes.nominatedWorkerIds.includes(workerId) ? 1 : 0;
    counts.wishes += wishesMetBy(sponsor, worker).length;
    counts.sameKecamatan += near === undefined ? 0 : 1;
    counts.sameVillage += near === "same-village" ? 1 : 0;
  }
  return { ...counts, served: served.size, levels: levelsOf(workers, served) };
}

function levelsOf(workers: readonly WaitingWorker[], served: ReadonlySet<string>): MatchingAims["levels"] {
  const levels: { score: number; waiting: number; served: number }[] = [];
  for (const { id, priority } of workers.toSorted(byPriority)) {
    let level = levels.at(-1);
    if (level?.score !== priority.score) {
      level = { score: priority.score, waiting: 0, served: 0 };
      levels.push(level);
    }
    level.waiting += 1;
    level.served += served.has(id) ? 1 : 0;
  }
  return levels;
}

/**
 * The aims on which `one` reaches less than `other`. Of priority that is so where, counted from the most urgent down to any
 * level, fewer are served: nobody less urgent makes up for somebody more urgent.
 */
export function aimsBelow(one: MatchingAims, other: MatchingAims): readonly Aim[] {
  const below: Aim[] = [];
  if (one.pairsKept < other.pairsKept) below.push("pairs-kept");
  if (one.nominated < other.nominated) below.push("nominated");
  if (servesFewer(one.levels, other.levels)) below.push("priority");
  if (one.wishes < other.wishes) below.push("wishes");
  if (one.sameKecamatan < other.sameKecamatan) below.push("same-kecamatan");
  if (one.sameVillage < other.sameVillage) below.push("same-village");
  return below;
}

function servesFewer(levels: MatchingAims["levels"], others: MatchingAims["levels"]): boolean {
  let lead = 0;
  return levels.some(({ served }, at) => {
    lead += served - (others[at]?.served ?? 0);
    return lead < 0;
  });
}
