import { isUnbudgeted, yearToPromise } from "@tuwai/domain/commitments";
import { lastCompleteMonth } from "@tuwai/domain/figures";
import { addDays, type CivilDate, shiftMonth } from "@tuwai/domain/time";
import type { App } from "#app";
import { readYear } from "#commitments";
import { asCity, type Step } from "#use-case";
import { type CountRow, lockCounts, replaceCounts } from "./dashboard-counts.store.ts";
import { countMoney, sumRemitted } from "./money-counts.view.ts";
import { countGroups, countQuality } from "./people-counts.view.ts";
import { countStages, type OfVillage } from "./stage-counts.view.ts";
import type { PromiseCounts, QualityCounts, Topic, TopicCounts, WaitCounts } from "./topic-counts.ts";
import { countClaims, countWaits } from "./waits.view.ts";

/** A list that is older is asked for anew. */
const freshDays = 60;
const monthsCompared = 3;

/** Handler of `dashboards.refresh`: counts everything that dashboards show beside the figures of months. */
export function refreshDashboards(app: App): Promise<void> {
  return asCity(app, "dashboards.refresh", async (step) => {
    const { tx, actor, today, now } = step;
    const { regionCode } = actor;
    await lockCounts(tx);
    const month = lastCompleteMonth(today);
    const quality = await countQuality(tx, regionCode);
    const promises = await countPromises(step);
    const waits = new Map(of(await countWaits(tx, regionCode, today)));
    const found: readonly (readonly [Topic, ReadonlyMap<string, unknown>])[] = [
      ["stages", new Map(of(await countStages(tx, regionCode, today)))],
      ["money", new Map(of(await countMoney(tx, regionCode)))],
      [
        "groups",
        new Map(of(await countGroups(tx, regionCode, { month, before: shiftMonth(month, -monthsCompared) }))),
      ],
      ["claims", new Map(of(await countClaims(tx, regionCode)))],
      ["promises", promises],
    ];
    const rows = quality.flatMap(({ villageCode, kecamatanCode, counts }): CountRow[] => {
      const at = { villageCode, kecamatanCode };
      const own = judgedWaits(waits.get(villageCode) ?? {}, {
        counts,
        promises: promises.get(villageCode) ?? [],
        today,
      });
      return [
        { ...at, topic: "quality", counts },
        { ...at, topic: "waits", counts: own },
        ...found.flatMap(([topic, byVillage]) =>
          byVillage.has(villageCode)
            ? [{ ...at, topic, counts: byVillage.get(villageCode) } as CountRow]
            : [],
        ),
      ];
    });
    const remitted = await sumRemitted(tx, regionCode);
    const all: CountRow[] = [
      ...rows,
      { villageCode: "", kecamatanCode: "", topic: "remitted", counts: remitted },
    ];
    await replaceCounts(tx, all, { regionCode, at: now, counting: step.newId() });
  });
}

const of = <T>(rows: readonly OfVillage<T>[]) =>
  rows.map(({ villageCode, counts }) => [villageCode, counts] as const);

async function countPromises(step: Step): Promise<ReadonlyMap<string, TopicCounts["promises"]>> {
  const asked = yearToPromise(step.today);
  const byVillage = new Map<string, PromiseCounts[]>();
  for (const year of [Number(step.today.slice(0, 4)), asked].filter(
    (one, at, all) => all.indexOf(one) === at,
  )) {
    const { villages } = await readYear(step, { year });
    for (const { villageCode, need, promised, budgeted, paid, heads } of villages) {
      const counts = { year, need, promised, budgeted, paid, heads, isBudgeted: budgeted > 0 };
      byVillage.set(villageCode, [...(byVillage.get(villageCode) ?? []), counts]);
    }
  }
  return byVillage;
}

type Judged = {
  readonly counts: QualityCounts;
  readonly promises: TopicCounts["promises"];
  readonly today: CivilDate;
};

/** A village without a list, or with an old one, and one that has not budgeted the year to come, wait for themselves. */
function judgedWaits(waits: WaitCounts, { counts, promises, today }: Judged): WaitCounts {
  const isOld = counts.listedOn === null || counts.listedOn < addDays(today, -freshDays);
  const coming = promises.at(-1);
  return {
    ...waits,
    ...(isOld ? { list: { count: 1, since: counts.listedOn } } : {}),
    ...(coming !== undefined && isUnbudgeted(coming) ? { budget: { count: 1, since: null } } : {}),
  };
}
