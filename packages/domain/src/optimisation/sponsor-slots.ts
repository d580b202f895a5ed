import type { MatchingResult, MatchingRules, Sponsor, WaitingWorker } from "#matching";
import { type RupiahPerMonth, rupiahPerMonth } from "#money";

/** One place of a sponsor, for a worker whose price is at most `upTo`. */
export type Slot = { readonly sponsor: Sponsor; readonly upTo: RupiahPerMonth };

type Given = {
  readonly sponsors: readonly Sponsor[];
  readonly workers: readonly WaitingWorker[];
  readonly rules: MatchingRules;
  /** What the present rule proposes. */
  readonly rule: MatchingResult;
  /** Workers whose pair goes on: their places are taken. */
  readonly together: ReadonlySet<string>;
};

/**
 * The places of each sponsor, so that no choice among them goes above the agreed cap: a place for every price that the
 * present rule took, more places as long as the cheapest price fits, then dearer ones. Whatever the rule proposes has
 * its place, so the best choice never has less to choose from.
 */
export function slotsOf({ sponsors, workers, rules, rule, together }: Given): readonly Slot[] {
  const prices = [...new Set(workers.map(({ price }) => price))].toSorted((a, b) => a - b);
  const taken = new Map<string, { kept: number[]; chosen: number[] }>();
  for (const { workerId, sponsorId, price } of rule.proposals) {
    const own = taken.get(sponsorId) ?? { kept: [], chosen: [] };
    own[together.has(workerId) ? "kept" : "chosen"].push(price);
    taken.set(sponsorId, own);
  }
  return sponsors
    .filter(({ isActive }) => isActive)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((sponsor) => {
      const { kept, chosen } = taken.get(sponsor.id) ?? { kept: [], chosen: [] };
      const places = (sponsor.workers ?? rules.workersPerSponsor) - kept.length;
      const limits = limitsOf({ places, rupiah: sponsor.capPerMonth - sum(kept), chosen, prices });
      return limits.map((upTo) => ({ sponsor, upTo: rupiahPerMonth(upTo) }));
    });
}

type Room = {
  readonly places: number;
  readonly rupiah: number;
  readonly chosen: readonly number[];
  readonly prices: readonly number[];
};

function limitsOf({ places, rupiah, chosen, prices }: Room): readonly number[] {
  const limits = chosen.toSorted((a, b) => b - a);
  let left = rupiah - sum(limits);
  const cheapest = prices[0] ?? Infinity;
  const more = Math.max(0, Math.min(places - limits.length, Math.floor(left / cheapest)));
  limits.push(...Array.from({ length: more }, () => cheapest));
  left -= more === 0 ? 0 : more * cheapest;
  return limits.map((limit) => {
    const raised = prices.findLast((price) => price <= limit + left) ?? limit;
    left -= raised - limit;
    return raised;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
