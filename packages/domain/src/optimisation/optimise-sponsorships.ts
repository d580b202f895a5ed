import {
  byPriority,
  defaultMatchingRules,
  type MatchingResult,
  type MatchingRules,
  type MatchReason,
  nearnessOf,
  proposeSponsorships,
  type Sponsor,
  type WaitingWorker,
  whyFirst,
  wishesMetBy,
} from "#matching";
import { type Solve, wholeAmounts } from "./linear-problem.ts";
import { type Aim, aimsBelow, countAims, type MatchingAims } from "./matching-aims.ts";
import { drawNetwork, type MatchingWeights, type Pair } from "./matching-network.ts";
import { slotsOf } from "./sponsor-slots.ts";

/** Each aim counts ten times the next; a worker named by a sponsor counts more than any step of priority. */
export const defaultWeights = { priority: 100, wishes: 10, near: 1 } as const;
export type AimWeights = { readonly priority: number; readonly wishes: number; readonly near: number };

/** Why the present rule was taken after all. */
export type RuleTaken = "no-answer" | "below-the-rule";

export type OptimalMatching = {
  /** The matching to propose: the best one, or the rule's where `ruleTaken` says why. */
  readonly result: MatchingResult;
  readonly aims: MatchingAims;
  readonly ruleAims: MatchingAims;
  readonly ruleTaken: RuleTaken | null;
  /** Aims on which the last answer was below the rule; empty where it was taken. */
  readonly below: readonly Aim[];
};

type Options = { readonly rules?: MatchingRules; readonly weights?: AimWeights };

/**
 * Who might pay for whom, chosen for everybody together. Pairs that exist stay as the present rule has them; the places left are given
 * so that the sum of points is largest, and never below what `proposeSponsorships` reaches on any aim: where the largest sum
 * would be, the rule's numbers become floors, and where no whole answer is found, the rule's own proposals are taken.
 * The same lists in any order give the same pairs, as far as `solve` does.
 */
export function optimiseSponsorships(
  workers: readonly WaitingWorker[],
  sponsors: readonly Sponsor[],
  solve: Solve,
  { rules = defaultMatchingRules, weights = defaultWeights }: Options = {},
): OptimalMatching {
  const ordered = { workers: workers.toSorted(byPriority), sponsors: sponsors.toSorted(byId) };
  const rule = proposeSponsorships(workers, sponsors, rules);
  const ruleAims = countAims(rule, ordered);
  const asRule = { result: rule, aims: ruleAims, ruleAims };
  const kept = rule.proposals.filter(({ reasons }) => reasons.some(({ code }) => code === "existing-pair"));
  const together = new Set(kept.map(({ workerId }) => workerId));
  const singles = ordered.workers.filter(({ id }) => !together.has(id));
  const slots = slotsOf({ ...ordered, rules, rule, together });
  const proposed = new Map(
    rule.proposals.flatMap(({ workerId, sponsorId }) =>
      together.has(workerId) ? [] : [[workerId, sponsorId] as const],
    ),
  );
  const network = drawNetwork({ slots, workers: singles, proposed });
  const levels = new Set(singles.map(({ priority }) => priority.score)).size;
  if (slots.length === 0 || singles.length === 0) return { ...asRule, ruleTaken: null, below: [] };
  const points = pointsOf(weights, rules, levels);
  const ofKept = countAims({ proposals: kept }, ordered);
  const atLeast = {
    nominated: ruleAims.nominated - ofKept.nominated,
    wishes: ruleAims.wishes - ofKept.wishes,
    sameKecamatan: ruleAims.sameKecamatan - ofKept.sameKecamatan,
    sameVillage: ruleAims.sameVillage - ofKept.sameVillage,
  };
  let below: readonly Aim[] = [];
  for (const floors of [{ atLeast, isWhole: false }, undefined, { atLeast, isWhole: true }]) {
    const amounts = wholeAmounts(solve(network.problemFor(points, floors)));
    if (amounts === undefined) continue;
    const result = resultOf({ kept, rule, pairs: network.pairsOf(amounts), ...ordered, rules });
    const aims = countAims(result, ordered);
    below = aimsBelow(aims, ruleAims);
    if (below.length === 0) return { result, aims, ruleAims, ruleTaken: null, below };
  }
  return { ...asRule, ruleTaken: below.length === 0 ? "no-answer" : "below-the-rule", below };
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function pointsOf(
  { priority, wishes, near }: AimWeights,
  { prefersSameKecamatan }: MatchingRules,
  levels: number,
): MatchingWeights {
  const nearby = prefersSameKecamatan ? near : 0;
  const nominated = Math.max(priority * (levels + 1), wishes * 10, nearby * 10, 1);
  return { nominated, priority: Math.max(priority, 1), wishes, sameKecamatan: nearby, sameVillage: nearby };
}

type Chosen = {
  readonly kept: MatchingResult["proposals"];
  readonly rule: MatchingResult;
  readonly pairs: readonly Pair[];
  readonly workers: readonly WaitingWorker[];
  readonly sponsors: readonly Sponsor[];
  readonly rules: MatchingRules;
};

function resultOf({ kept, rule, pairs, workers, sponsors, rules }: Chosen): MatchingResult {
  const order = new Map(workers.map(({ id }, at) => [id, at]));
  const chosen = pairs
    .map(({ worker, sponsor }) => ({
      workerId: worker.id,
      sponsorId: sponsor.id,
      price: worker.price,
      reasons: reasonsFor(worker, sponsor, rules),
    }))
    .toSorted((a, b) => order.get(a.workerId)! - order.get(b.workerId)!);
  const proposals = [...kept, ...chosen];
  const served = new Set(proposals.map(({ workerId }) => workerId));
  const taken = Map.groupBy(proposals, ({ sponsorId }) => sponsorId);
  const freeSponsors = sponsors.flatMap((sponsor) => {
    const places = sponsor.isActive ? (sponsor.workers ?? rules.workersPerSponsor) : 0;
    const left = places - (taken.get(sponsor.id)?.length ?? 0);
    return left > 0 ? [{ sponsorId: sponsor.id, places: left }] : [];
  });
  const code = freeSponsors.length === 0 ? "no-free-sponsor" : "no-fitting-sponsor";
  const waiting = workers.flatMap(({ id }) => (served.has(id) ? [] : [{ workerId: id, code } as const]));
  return { proposals, ended: rule.ended, waiting, freeSponsors };
}

function reasonsFor(worker: WaitingWorker, sponsor: Sponsor, rules: MatchingRules): readonly MatchReason[] {
  const named = sponsor.wishes.nominatedWorkerIds.includes(worker.id);
  const near = rules.prefersSameKecamatan ? nearnessOf(sponsor, worker) : undefined;
  const own: readonly MatchReason[] = [
    ...(named ? [{ code: "nominated-by-sponsor" } as const] : []),
    ...wishesMetBy(sponsor, worker),
    ...(near === undefined ? [] : [near]),
  ];
  return [...whyFirst(worker), ...(own.length > 0 ? own : [{ code: "best-for-all" } as const])];
}
