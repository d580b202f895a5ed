import { type StageCounts, sumStages } from "@tuwai/domain/dashboards";
import type { Month } from "@tuwai/domain/time";
import type { CountRow } from "./dashboard-counts.store.ts";
import {
  type ClaimCounts,
  type GroupCounts,
  type MonthMoney,
  type MoneySource,
  moneySources,
  type PromiseCounts,
  type QualityCounts,
  type Topic,
  type TopicCounts,
  type WaitCounts,
  waitNames,
} from "./topic-counts.ts";

/** One month's money by who pays, and together. */
export type MoneyMonth = MonthMoney & {
  readonly month: Month;
  readonly bySource: Readonly<Partial<Record<MoneySource, MonthMoney>>>;
  /** What left the accounts for BPJS; null where that is known of the whole city only. */
  readonly remitted: number | null;
};

export type TopicSums = {
  readonly stages: StageCounts;
  readonly money: readonly MoneyMonth[];
  readonly promises: readonly PromiseCounts[];
  readonly quality: QualityCounts;
  readonly groups: readonly (GroupCounts & { readonly name: string })[];
  readonly claims: ClaimCounts;
  readonly waits: WaitCounts;
};

/** The villages of an area as one. */
export function sumTopics(rows: readonly CountRow[]): TopicSums {
  const all = <T extends Topic>(topic: T): readonly TopicCounts[T][] =>
    rows.flatMap((row) => (row.topic === topic ? [row.counts as TopicCounts[T]] : []));
  return {
    stages: sumStages(all("stages")),
    money: sumMoney(all("money"), all("remitted")[0]),
    promises: sumPromises(all("promises").flat()),
    quality: sumQuality(all("quality")),
    groups: sumGroups(all("groups")),
    claims: {
      states: addUp(all("claims").map(({ states }) => states)),
      days: all("claims")
        .flatMap(({ days }) => days)
        .toSorted((a, b) => a - b),
    },
    waits: sumWaits(all("waits")),
  };
}

const noMoney = { owedWorkers: 0, owed: 0, receivedWorkers: 0, received: 0 };

function sumMoney(
  villages: readonly TopicCounts["money"][],
  remitted: TopicCounts["remitted"] | undefined,
): readonly MoneyMonth[] {
  const months = new Set([...villages, remitted ?? {}].flatMap((village) => Object.keys(village) as Month[]));
  return [...months].toSorted().map((month) => {
    const bySource = Object.fromEntries(
      moneySources.flatMap((source) => {
        const found = villages.flatMap((village) => village[month]?.[source] ?? []);
        return found.length === 0 ? [] : [[source, addMoney(found)]];
      }),
    ) as MoneyMonth["bySource"];
    const left = remitted === undefined ? null : (remitted[month] ?? 0);
    return { month, ...addMoney(Object.values(bySource)), bySource, remitted: left };
  });
}

const addMoney = (all: readonly MonthMoney[]): MonthMoney =>
  all.reduce(
    (sum, one) => ({
      owedWorkers: sum.owedWorkers + one.owedWorkers,
      owed: sum.owed + one.owed,
      receivedWorkers: sum.receivedWorkers + one.receivedWorkers,
      received: sum.received + one.received,
    }),
    noMoney,
  );

function sumPromises(all: readonly PromiseCounts[]): readonly PromiseCounts[] {
  return [...Map.groupBy(all, ({ year }) => year)]
    .toSorted(([a], [b]) => a - b)
    .map(([year, rows]) => {
      const sum = (of: (row: PromiseCounts) => number) => rows.reduce((total, row) => total + of(row), 0);
      return {
        year,
        need: sum(({ need }) => need),
        promised: sum(({ promised }) => promised),
        budgeted: sum(({ budgeted }) => budgeted),
        paid: sum(({ paid }) => paid),
        heads: sum(({ heads }) => heads),
        isBudgeted: rows.every(({ isBudgeted }) => isBudgeted),
      };
    });
}

function sumQuality(all: readonly QualityCounts[]): QualityCounts {
  const sum = (of: (counts: QualityCounts) => number) => all.reduce((total, counts) => total + of(counts), 0);
  return {
    people: sum(({ people }) => people),
    withNik: sum(({ withNik }) => withNik),
    withPhone: sum(({ withPhone }) => withPhone),
    withFamily: sum(({ withFamily }) => withFamily),
    linked: sum(({ linked }) => linked),
    disputed: sum(({ disputed }) => disputed),
    listedOn: all.flatMap(({ listedOn }) => listedOn ?? []).toSorted()[0] ?? null,
  };
}

function sumGroups(all: readonly TopicCounts["groups"][]): TopicSums["groups"] {
  const groups = Map.groupBy(
    all.flatMap((of) => Object.entries(of)),
    ([name]) => name,
  );
  return [...groups]
    .map(([name, rows]) => ({
      name,
      listed: rows.reduce((sum, [, { listed }]) => sum + listed, 0),
      covered: rows.reduce((sum, [, { covered }]) => sum + covered, 0),
      before: rows.reduce((sum, [, { before }]) => sum + before, 0),
    }))
    .toSorted((a, b) => b.listed - a.listed || (a.name < b.name ? -1 : 1));
}

function sumWaits(all: readonly WaitCounts[]): WaitCounts {
  return Object.fromEntries(
    waitNames.flatMap((name) => {
      const found = all.flatMap((of) => of[name] ?? []);
      const since = found.flatMap(({ since: day }) => day ?? []).toSorted()[0] ?? null;
      const count = found.reduce((sum, one) => sum + one.count, 0);
      return count === 0 ? [] : [[name, { count, since }]];
    }),
  );
}

function addUp(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, n] of all.flatMap((of) => Object.entries(of))) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}
