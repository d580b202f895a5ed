import { readAct, type ActBehind, type Cell, type Count, type Reading } from "./act-behind.ts";
import { everyoneOf, flowsOf, type VillageHistory } from "./history.ts";
import { isFestive, type Season } from "./season.ts";
import type { Month } from "#time";

/** What the months behind tell of a city: of villages that begin, and of those that have begun. */
export type Behind = {
  /** The chance that a village in which nobody ever was covered begins, month by month. */
  readonly begin: Float64Array;
  /** Which share of everyone the villages covered in their first month. */
  readonly firstShares: Float64Array;
  /** Those who follow within `freshMonths` after the first month, and those who join later. */
  readonly follow: ActBehind;
  readonly join: ActBehind;
  readonly stop: ActBehind;
  readonly back: ActBehind;
};

/** So many months after its first one a village's list still grows by those who were forgotten or late. */
export const freshMonths = 2;

/** 0 where nobody was ever covered; more than any list grows where somebody was in the first month already. */
export function monthsSinceFirst({ months }: VillageHistory): number {
  const first = months.findIndex(({ covered }) => covered > 0);
  if (first < 0) return 0;
  return first === 0 ? months.length + freshMonths : months.length - first;
}

type Stage = "waiting" | "fresh" | "settled";
type Staged = Cell & { readonly stage: Stage };

const join: Count = ({ joined, never }) => [joined, never];

/** `weights` of the months of the window, oldest first, the largest 1. */
export function readBehind(
  histories: readonly VillageHistory[],
  behind: readonly Month[],
  weights: readonly number[],
  season: Season,
): Behind {
  const cells: Staged[] = [];
  const firstShares: number[] = [];
  for (const history of histories) {
    const flows = flowsOf(history);
    const shift = behind.length - flows.length;
    let age = freshMonths + 1;
    for (const [index, flow] of flows.entries()) {
      const isWaiting = flow.covered + flow.out === 0;
      const stage = isWaiting ? "waiting" : age <= freshMonths ? "fresh" : "settled";
      const did = flow.joined + flow.back;
      if (isWaiting && did > 0) firstShares.push(Math.min(1, did / everyoneOf(history)));
      age = isWaiting ? 1 : age + 1;
      if (index + shift >= 0) cells.push({ village: history.villageCode, at: index + shift, stage, flow });
    }
  }
  const of = (...stages: readonly Stage[]) => cells.filter(({ stage }) => stages.includes(stage));
  const months = behind.map((month, at) => ({ weight: weights[at]!, isDip: isFestive(month) }));
  return {
    begin: beginOf(of("waiting"), {
      waiting: histories.filter((history) => monthsSinceFirst(history) === 0).length,
      months,
      factor: season.join,
    }),
    firstShares: Float64Array.from(firstShares),
    follow: readAct(of("fresh"), { count: join, months, factor: season.join }),
    join: readAct(of("settled"), { count: join, months, factor: season.join }),
    stop: readAct(of("fresh", "settled"), {
      count: ({ stopped, covered }) => [stopped, covered],
      months,
      factor: season.stop,
    }),
    back: readAct(of("fresh", "settled"), { count: ({ back, out }) => [back, out], months, factor: 1 }),
  };
}

type Waiting = Pick<Reading, "months" | "factor"> & { readonly waiting: number };

/** As many villages as began in each month, out of those that wait now: an office goes to so many a month, however many are left. */
function beginOf(cells: readonly Cell[], { waiting, months, factor }: Waiting): Float64Array {
  const began = new Float64Array(months.length);
  for (const { at, flow } of cells) if (flow.joined + flow.back > 0) began[at]! += 1;
  return began.map((villages, at) =>
    Math.min(1, villages / Math.max(1, waiting) / (months[at]!.isDip ? factor : 1)),
  );
}
