import { mostCalls } from "@tuwai/domain/calls";
import { shareOf } from "@tuwai/domain/coverage";
import { publicActor } from "#app";
import { type Ask, callSources } from "#calls";
import { may } from "#access";
import { countedOnce } from "#tasks";
import type { Step } from "#use-case";
import { getPublicCoverage } from "./get-public-coverage.ts";
import { listTrueCounts } from "./true-count.view.ts";

type Count = {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSilent: boolean;
};

/** Exact for whoever works with the lists, released for everybody else; both call the same villages silent. */
const countsOf = countedOnce(async (step: Step): Promise<readonly Count[]> => {
  const { app, tx, area, actor } = step;
  if (may(actor, "stats.village.read"))
    return (await listTrueCounts(tx, area)).map((count) => ({ ...count, isSilent: count.denominator === 0 }));
  const { villages, month } = await getPublicCoverage(app, publicActor(area.regionCode));
  // Before the first release nothing is known of any list.
  return villages.map((village) => ({ ...village, isSilent: village.isSilent || month === null }));
});

const nothing = { rupiah: null, on: null, since: null, isUrgent: false };

/** Of fewer people no share is told (reliability.md G.7 S7). */
const fewestInShare = 20;

async function silentVillages(step: Step): Promise<readonly Ask[]> {
  const counts = await countsOf(step);
  return counts
    .filter(({ isSilent }) => isSilent)
    .map(({ code }) => ({ ...nothing, who: { villageCode: code }, count: null }));
}

/** Villages with people on a list, who has the smallest part of them covered first. */
async function leastCovered(step: Step): Promise<readonly Ask[]> {
  const counts = await countsOf(step);
  return counts
    .flatMap(({ code, numerator, denominator }) =>
      numerator === null || denominator === null || denominator < fewestInShare
        ? []
        : [{ code, numerator, denominator, share: shareOf(numerator, denominator) ?? 0 }],
    )
    .filter(({ numerator, denominator }) => numerator < denominator)
    .toSorted((a, b) => a.share - b.share || b.denominator - a.denominator)
    .slice(0, mostCalls)
    .map(({ code, numerator, denominator }) => ({
      ...nothing,
      who: { villageCode: code },
      count: numerator,
      of: denominator,
    }));
}

const permission = "village_official.read";

export const coverageCalls = [
  callSources({ code: "no-list", urgency: 20, permission, find: silentVillages }),
  callSources({ code: "least-covered", urgency: 70, permission, find: leastCovered }),
];
