import type { BudgetPlan, BudgetRank, BudgetUse, Fundable, Funded, FundingWay } from "./budget-facts.ts";
import { type Column, type LinearProblem, type Solve, wholeAmounts } from "./linear-problem.ts";

/** People of one rank for whom money can do the same things. */
type Alike = { readonly people: readonly Fundable[]; readonly ways: readonly FundingWay[] };
type Rank = { readonly rank: number; readonly people: readonly Fundable[] };

/**
 * What a budget does best under the policy's order. Rank by rank the most months with full cover that the money left can buy, and of what
 * buys as many the cheapest, settling arrears before enrolling anew: nobody of a later rank is paid for with money that would buy an earlier rank one more full month.
 * Within a rank everybody weighs the same; of people alike those first by id are paid for. `budget` in whole rupiah.
 */
export function spendBudget(fundables: readonly Fundable[], budget: number, solve: Solve): BudgetPlan {
  const ranks = ranksOf(fundables);
  const plain = usePlainly(ranks, budget);
  const funded: Funded[] = [];
  let left = budget;
  for (const rank of ranks) {
    const own = bestOfRank(rank, left, solve);
    if (own === undefined) return { use: plain, plain, plainTaken: "no-answer" };
    funded.push(...own.toSorted(bySettling));
    left -= costOf(own);
  }
  const use = sumUp(ranks, funded, budget);
  if (isBelow(use, plain)) return { use: plain, plain, plainTaken: "below-the-plain-way" };
  return { use, plain, plainTaken: null };
}

function ranksOf(fundables: readonly Fundable[]): readonly Rank[] {
  const ordered = fundables.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(ordered, ({ score }) => score).values()].map((people, at) => ({
    rank: at + 1,
    people,
  }));
}

function usePlainly(ranks: readonly Rank[], budget: number): BudgetUse {
  let left = budget;
  const funded: Funded[] = [];
  for (const { rank, people } of ranks) {
    for (const { id, ways } of people) {
      const way = mostOf(ways.filter(({ cost }) => cost <= left));
      if (way === undefined) continue;
      left -= way.cost;
      funded.push({ id, rank, way });
    }
  }
  return sumUp(ranks, funded, budget);
}

/** The way with the most full months, of several the cheapest; undefined where none buys a full month. */
function mostOf(ways: readonly FundingWay[]): FundingWay | undefined {
  return ways
    .filter(({ fullMonths }) => fullMonths > 0)
    .toSorted((a, b) => b.fullMonths - a.fullMonths || a.cost - b.cost)[0];
}

/** Undefined where no answer was found. */
function bestOfRank({ rank, people }: Rank, left: number, solve: Solve): readonly Funded[] | undefined {
  const most = people.flatMap(({ id, ways }) => {
    const way = mostOf(ways);
    return way === undefined ? [] : [{ id, rank, way }];
  });
  if (costOf(most) <= left) return most;
  const alike = alikeOf(people, left);
  if (alike.length === 0) return [];
  const reached = wholeAmounts(solve(problemOf(alike, left, { atLeast: 0, weighs: "full-months" })));
  if (reached === undefined) return undefined;
  const ways = alike.flatMap((group) => group.ways);
  const atLeast = ways.reduce((sum, { fullMonths }, at) => sum + fullMonths * reached[at]!, 0);
  const cheapest = wholeAmounts(solve(problemOf(alike, left, { atLeast, weighs: "cost" })));
  return cheapest === undefined ? undefined : handOut(alike, cheapest, rank);
}

function alikeOf(people: readonly Fundable[], left: number): readonly Alike[] {
  const payable = people.map((one) => ({
    one,
    ways: worthwhile(one.ways.filter(({ cost }) => cost <= left)),
  }));
  const groups = Map.groupBy(
    payable.filter(({ ways }) => ways.length > 0),
    ({ ways }) => JSON.stringify(ways),
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => ({ people: members.map(({ one }) => one), ways: members[0]!.ways }));
}

/** Without ways that cost as much as another and buy less. */
function worthwhile(ways: readonly FundingWay[]): readonly FundingWay[] {
  const kept: FundingWay[] = [];
  for (const way of ways.toSorted((a, b) => a.cost - b.cost || b.fullMonths - a.fullMonths))
    if (way.fullMonths > (kept.at(-1)?.fullMonths ?? 0)) kept.push(way);
  return kept;
}

type Aim = { readonly atLeast: number; readonly weighs: "full-months" | "cost" };

/** Rows: the money left, the full months to be reached, then each group's people. */
function problemOf(alike: readonly Alike[], left: number, { atLeast, weighs }: Aim): LinearProblem {
  const unit = alike.flatMap(({ ways }) => ways.map(({ cost }) => cost)).reduce(commonPart, 0) || 1;
  // Less than one unit of cost for all together: of uses that cost the same the one that settles more stands.
  const settling = 0.5 / (1 + alike.reduce((sum, { people }) => sum + people.length, 0));
  const columns = alike.flatMap(({ people, ways }, at) =>
    ways.map((way): Column => ({
      cost: weighs === "cost" ? (way.kind === "rescue" ? settling : 0) - way.cost / unit : way.fullMonths,
      lower: 0,
      upper: people.length,
      rows: [
        [0, way.cost / unit],
        [1, way.fullMonths],
        [at + 2, 1],
      ],
    })),
  );
  const rows = [
    { lower: 0, upper: Math.floor(left / unit) },
    { lower: atLeast, upper: Infinity },
    ...alike.map(({ people }) => ({ lower: 0, upper: people.length })),
  ];
  return { rows, columns, isWhole: true };
}

const commonPart = (a: number, b: number): number => (b === 0 ? a : commonPart(b, a % b));

/** People alike in their order: the longest ways first. */
function handOut(alike: readonly Alike[], amounts: readonly number[], rank: number): readonly Funded[] {
  let column = 0;
  return alike.flatMap(({ people, ways }) => {
    const counts = ways.map((way) => ({ way, count: amounts[column++]! }));
    const chosen = counts.toReversed().flatMap(({ way, count }) => Array.from({ length: count }, () => way));
    return chosen.map((way, at) => ({ id: people[at]!.id, rank, way }));
  });
}

/** Those who are settled before new members, each by id. */
function bySettling(a: Funded, b: Funded): number {
  if (a.way.kind !== b.way.kind) return a.way.kind === "rescue" ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const monthsOf = (funded: readonly Funded[]): number =>
  funded.reduce((sum, { way }) => sum + way.fullMonths, 0);
const costOf = (funded: readonly Funded[]): number => funded.reduce((sum, { way }) => sum + way.cost, 0);

function sumUp(ranks: readonly Rank[], funded: readonly Funded[], budget: number): BudgetUse {
  const byRank = Map.groupBy(funded, ({ rank }) => rank);
  let left = budget;
  const told = ranks.map((rank): BudgetRank => {
    const own = byRank.get(rank.rank) ?? [];
    const before = left;
    left -= costOf(own);
    const sums = {
      people: rank.people.length,
      funded: own.length,
      fullMonths: monthsOf(own),
      cost: costOf(own),
    };
    return { rank: rank.rank, ...sums, why: whyLeftOut(rank, own, before) };
  });
  return { funded, ranks: told, fullMonths: monthsOf(funded), cost: costOf(funded), left };
}

/** `before`: the money that was left when the rank's turn came. */
function whyLeftOut({ people }: Rank, own: readonly Funded[], before: number): BudgetRank["why"] {
  const best = people.map(({ ways }) => mostOf(ways));
  const reachable = best.reduce((sum, way) => sum + (way?.fullMonths ?? 0), 0);
  if (monthsOf(own) < reachable) {
    const cheapest = Math.min(
      ...people.flatMap(({ ways }) => ways.flatMap(({ cost, fullMonths }) => (fullMonths > 0 ? [cost] : []))),
    );
    return before < cheapest ? "used-up-before" : "not-enough-left";
  }
  return best.includes(undefined) ? "no-full-month" : null;
}

/** Rank by rank, the first difference decides. */
function isBelow(use: BudgetUse, plain: BudgetUse): boolean {
  const at = use.ranks.findIndex(({ fullMonths }, rank) => fullMonths !== plain.ranks[rank]?.fullMonths);
  return at >= 0 && use.ranks[at]!.fullMonths < (plain.ranks[at]?.fullMonths ?? 0);
}
